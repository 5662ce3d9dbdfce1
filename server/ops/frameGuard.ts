/**
 * Colyseus 0.18.17 trusts the frames of its clients: the three bytes 14 00 fe send its input decoder into an endless
 * loop, a ten-byte frame makes it read 200 million stamps, and a DELETE operation on an input field turns positions
 * into NaN. This guard looks at every frame before the framework does and lets only well-formed ones through.
 * tests/integration/framework.test.ts fails once it is needless.
 */
import { type Client, Protocol, Room } from "@colyseus/core";
import {
  CODE_MASK,
  type InputRules,
  inputsFault,
  MODIFIER_MASK,
  MOST_INPUTS,
} from "../../shared/inputFrames.ts";
import { CLOSE } from "../../shared/protocol.ts";

/** What a room class declares as its static `frames`, for the guard. Rooms without it accept no inputs. */
export interface FrameRules extends InputRules {
  /** The longest frame of each type of message, in bytes; the room itself refuses types that it does not know. */
  readonly messages: Readonly<Record<string, { readonly bytes: number }>>;
}

/** What a client may send. Bytes messages, requests and unreliable inputs are missing on purpose: the game uses none. */
const CODES: ReadonlySet<number> = new Set([
  Protocol.JOIN_ROOM,
  Protocol.LEAVE_ROOM,
  Protocol.ROOM_DATA,
  Protocol.PING,
  Protocol.ROOM_INPUT_RELIABLE,
]);

/** A message names its type by a short string: this byte plus its length (msgpack's fixstr), then Latin letters. */
const SHORT_STRING = 0xa0;
const SHORT_STRING_MASK = 0xe0;
const SHORT_LENGTH_MASK = 0x1f;

/** What is wrong with a message: no honest one names its type in a longer form, or is longer than its type may be. */
function messageFault(frame: Uint8Array, messages: FrameRules["messages"]): string | null {
  const head = frame[1] ?? 0;
  if ((head & SHORT_STRING_MASK) !== SHORT_STRING) return "message type";
  const type = String.fromCharCode(...frame.subarray(2, 2 + (head & SHORT_LENGTH_MASK)));
  return Object.hasOwn(messages, type) && frame.length > messages[type]!.bytes ? "message too long" : null;
}

/** Where the inputs end of the frame that was looked at last; empty for a frame of another kind. */
const ends: number[] = [];

/**
 * What is wrong with a frame, or null when the framework may have it.
 * @param rules null for a room that takes no inputs
 */
export function frameFault(frame: Uint8Array, rules: FrameRules | null): string | null {
  ends.length = 0;
  const first = frame[0];
  if (first === undefined) return "empty frame";
  const code = first & CODE_MASK;
  const modifiers = first & MODIFIER_MASK;
  if (!CODES.has(code)) return `code ${code}`;
  if (code !== Protocol.ROOM_INPUT_RELIABLE) {
    if (modifiers !== 0) return "modifier";
    return code === Protocol.ROOM_DATA ? messageFault(frame, rules?.messages ?? {}) : null;
  }
  if (rules === null) return "input where none is taken";
  return inputsFault(frame, rules, ends);
}

type OnMessage = (this: Room, client: Client, frame: Buffer) => unknown;

/** Marks the wrapped method, so that a reload of the server's code does not wrap it twice. */
const GUARDED = Symbol.for("crosswire.frameGuard");

/** `WebSocket.OPEN`, as which a client's `readyState` reads while nobody has said CLOSE. */
const OPEN = 1;

function isOpen(client: Client): boolean {
  return (client as unknown as { readyState: number }).readyState === OPEN;
}

/**
 * Puts the guard in front of every room of this process. Frames that fail go to `onFault` and nowhere else.
 * Wraps the private `Room._onMessage`, which is where every frame of a joined client arrives.
 *
 * Whoever is told to go because of a frame loses the seat with it. `client.leave`, which Colyseus too calls for messages that
 * it cannot decode, only asks: ws waits 30 s for the answer and goes on reading, and a client that gives none plays on, is
 * then taken for a lost connection, and may come back.
 */
export function installFrameGuard(onFault: (room: Room, client: Client, fault: string) => void): void {
  const prototype = Room.prototype as unknown as { _onMessage: OnMessage & { [GUARDED]?: OnMessage } };
  const inner = prototype._onMessage[GUARDED] ?? prototype._onMessage;
  const guarded: OnMessage & { [GUARDED]?: OnMessage } = function (client, frame) {
    const { frames } = this.constructor as { frames?: FrameRules };
    const fault = frameFault(frame ?? new Uint8Array(0), frames ?? null);
    const wasOpen = isOpen(client);
    if (fault !== null) onFault(this, client, fault);
    else if (ends.length < MOST_INPUTS) inner.call(this, client, frame);
    else {
      const [end] = ends;
      inner.call(this, client, frame.subarray(0, end));
      inner.call(this, client, frame.subarray(end));
    }
    if (wasOpen && !isOpen(client)) this.kickClient(client.sessionId, CLOSE.framework.code);
  };
  guarded[GUARDED] = inner;
  prototype._onMessage = guarded;
}
