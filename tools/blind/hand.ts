import type { Random } from "../../shared/math/index.ts";
import { Button, type Command } from "../../shared/sim/index.ts";
import { nothingSent, writeInput } from "./inputFrame.ts";
import { createPilot } from "./pilot.ts";

/** ms that the picture is behind what the last patch says, as for a player on a good line (docs/timelines.md). */
const PICTURE_LAG_MS = 66;

/** The hand of a player without eyes, from the keys to the bytes. */
export interface Hand {
  /**
   * Writes the input of one tick as the game's own client would.
   * @param at where it begins
   * @param serverMs the server's time in the newest patch
   * @returns where it ends, at most `MOST_INPUT_BYTES` further on
   */
  write(out: Uint8Array, at: number, serverMs: number): number;
  /** Another connection begins, of which the server knows nothing yet. */
  reset(): void;
}

/** Allocates nothing as it writes. */
export function createHand(random: Random): Hand {
  const pilot = createPilot(random);
  const command: Command = { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 };
  let sent = nothingSent();
  return {
    write(out, at, serverMs) {
      pilot(command);
      const stamp = command.buttons & Button.fire ? Math.max(0, serverMs - PICTURE_LAG_MS) : 0;
      return writeInput(out, at, sent, command, stamp);
    },
    reset() {
      sent = nothingSent();
    },
  };
}
