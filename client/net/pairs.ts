/**
 * Sends on every other tick what was pressed on two. Half of what an input costs is the frame around it, on the wire as in
 * the server, and patches are made on every other tick anyway; it costs the others a tick of delay, and the own drone
 * nothing, for that is predicted. Quake III sends no more than 30 packets a second either (its cl_maxpackets).
 */
import { CODE_MASK, INPUT_CODE } from "../../shared/inputFrames.ts";
import { createPairPhase } from "./pairPhase.ts";

/** What of the SDK's connection is used. */
export interface Sender {
  send(data: Uint8Array): void;
}

/** The commands of two ticks in one frame. */
export interface Pairs {
  /** A patch has come that acknowledges so many commands. */
  patched(acknowledged: number): void;
  /** Once a frame of the screen: what has found no second soon goes alone. */
  frame(): void;
  /** Forgets what waits: the connection that it was for is over. */
  reset(): void;
}

/** Frames of the screen that a command waits for the next one: whoever draws less than half of the ticks sends two at once. */
const PATIENCE = 3;

/** Lets the commands that a connection sends travel in pairs; everything else goes at once, behind what waits. */
export function pairCommands(connection: Sender): Pairs {
  const send = connection.send.bind(connection);
  const phase = createPairPhase();
  let waiting: Uint8Array | null = null;
  let frames = 0;
  const flush = (): void => {
    if (waiting === null) return;
    const first = waiting;
    waiting = null;
    phase.sent(1);
    send(first);
  };
  connection.send = (data) => {
    if ((data[0]! & CODE_MASK) !== INPUT_CODE) {
      flush();
      send(data);
    } else if (waiting === null && phase.turns()) {
      phase.sent(1);
      send(data);
    } else if (waiting === null) {
      // The SDK writes its next input into the same memory.
      waiting = data.slice();
      frames = 0;
    } else {
      const pair = new Uint8Array(waiting.length + data.length);
      pair.set(waiting);
      pair.set(data, waiting.length);
      waiting = null;
      phase.sent(2);
      send(pair);
    }
  };
  return {
    frame() {
      if (waiting !== null && ++frames > PATIENCE) flush();
    },
    patched: phase.acknowledged,
    reset() {
      phase.reset();
      waiting = null;
    },
  };
}
