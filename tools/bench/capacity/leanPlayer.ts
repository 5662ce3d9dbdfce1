import { connect, type Socket } from "node:net";
import { Protocol } from "@colyseus/core";
import { createPairPhase } from "../../../client/net/pairPhase.ts";
import { createRandom } from "../../../shared/math/index.ts";
import { acknowledgedOf, codeOf, createHand, serverMsOf } from "../../blind/index.ts";
import {
  BINARY,
  CLOSE,
  encodeFrame,
  PING,
  PONG,
  parseResponse,
  request,
  type Seat,
} from "../../wire/index.ts";
import { closeFrame, HEADER, INPUTS_A_FRAME, MOST_BYTES } from "./closeFrame.ts";
import { createFrameHeads } from "./frameHeads.ts";
import { createPunctuality } from "./punctuality.ts";

/** Frames that may be on their way to the kernel before their bytes are written anew. */
const SLOTS = 32;

/** What all players of a process have done together. */
export interface Counts {
  inputs: number;
  patches: number;
  messages: number;
  bytesDown: number;
  bytesUp: number;
  /** Connections that the server ended. */
  lost: number;
}

/**
 * A player that sends what the game's own client would, and only counts what comes. Its hand is that of the lean bots
 * (tools/bots/lean.ts); its connection is as bare as can be, for what it costs is taken from the server's machine.
 */
export interface LeanPlayer {
  readonly roomId: string;
  /** By how much its clock should run faster than time, so that inputs come just in time. */
  readonly trim: number;
  /** Sends the input of one tick. */
  send(): void;
  leave(): void;
}

/** One buffer for the sockets of all players: what was read is done with before the next read. */
const inbox = Buffer.alloc(64 * 1024);

function open(port: number, counts: Counts, hear: (bytes: Uint8Array, length: number) => void): Socket {
  const onread = {
    buffer: inbox,
    callback: (length: number) => {
      counts.bytesDown += length;
      hear(inbox, length);
      return true;
    },
  };
  return connect({ port, host: "127.0.0.1", noDelay: true, onread });
}

/**
 * Takes a seat and plays from its first patch on.
 * @param number tells players apart, and seeds what they do
 */
export function seatPlayer(
  port: number,
  { roomId, target }: Seat,
  number: number,
  counts: Counts,
): Promise<LeanPlayer> {
  const hand = createHand(createRandom(number));
  const mask = Uint8Array.of(number, number >> 8, 0x5a, 0xa5);
  const punctuality = createPunctuality();
  const outbox = Buffer.alloc(SLOTS * MOST_BYTES);
  let slot = 0;
  /** Where the frame ends that is being written, and the inputs in it. */
  let end = HEADER;
  let inputs = 0;
  const phase = createPairPhase();
  let serverMs = 0;
  let leaving = false;

  return new Promise((resolve, reject) => {
    let head: Buffer | null = Buffer.alloc(0);
    const player: LeanPlayer = {
      roomId,
      get trim() {
        return punctuality.trim;
      },
      send() {
        if (socket.destroyed) return;
        const bytes = outbox.subarray(slot * MOST_BYTES, (slot + 1) * MOST_BYTES);
        end = hand.write(bytes, end, serverMs);
        counts.inputs += 1;
        inputs += 1;
        if (inputs < INPUTS_A_FRAME && !phase.turns()) return;
        phase.sent(inputs);
        closeFrame(bytes, end, mask);
        socket.write(bytes.subarray(0, end));
        counts.bytesUp += end;
        punctuality.sent(inputs, performance.now());
        slot = (slot + 1) % SLOTS;
        end = HEADER;
        inputs = 0;
      },
      leave() {
        leaving = true;
        socket.write(encodeFrame({ opcode: BINARY, payload: Uint8Array.of(Protocol.LEAVE_ROOM) }));
      },
    };
    const frames = createFrameHeads((opcode, payload) => {
      if (opcode === PING) {
        socket.write(encodeFrame({ opcode: PONG, payload: payload.slice(), mask }));
        return;
      }
      if (opcode === CLOSE) socket.destroy();
      if (opcode !== BINARY) return;
      const code = codeOf(payload);
      if (code === Protocol.JOIN_ROOM) {
        socket.write(encodeFrame({ opcode: BINARY, payload: Uint8Array.of(Protocol.JOIN_ROOM) }));
        resolve(player);
      } else if (code === Protocol.ROOM_STATE_PATCH) {
        counts.patches += 1;
        serverMs = serverMsOf(payload);
        const acknowledged = acknowledgedOf(payload);
        punctuality.acknowledged(acknowledged, performance.now());
        phase.acknowledged(acknowledged);
      } else counts.messages += 1;
    });
    const socket = open(port, counts, (bytes, length) => {
      if (head === null) return frames.push(bytes, length);
      head = Buffer.concat([head, bytes.subarray(0, length)]);
      const parsed = parseResponse(head);
      if (parsed === null) return;
      head = null;
      if (parsed.response.status === 101) frames.push(parsed.rest, parsed.rest.length);
      else reject(new Error(`a seat's socket was answered with ${parsed.response.status}`));
    });
    socket.on("error", reject);
    socket.on("close", () => {
      if (!leaving) counts.lost += 1;
      reject(new Error("the connection ended before the seat was taken"));
    });
    socket.write(request(`127.0.0.1:${port}`, target));
  });
}
