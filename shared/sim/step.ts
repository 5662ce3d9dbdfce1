import type { Arena } from "../arena/index.ts";
import { type Body, Life } from "./body.ts";
import type { Command } from "./command.ts";
import { moveBody } from "./movement.ts";
import { stepTrigger } from "./trigger.ts";

/** What a step caused besides the new state of the body. */
export interface StepResult {
  dashed: boolean;
  /** Id of the weapon of which a shot leaves, or -1; where it goes follows from the body and the command (`shotOf`). */
  fired: number;
}

/**
 * Takes a drone and one command and gives the drone as it is one tick later, in place.
 * Server and client call this very function; it reads nothing else, so both compute the same bits.
 * @param out filled and returned; keep one and reuse it
 */
export function stepBody(body: Body, command: Command, arena: Arena, out: StepResult): StepResult {
  out.dashed = false;
  out.fired = -1;
  if (body.alive === Life.flying) {
    out.dashed = moveBody(body, command, arena);
    out.fired = stepTrigger(body, command);
  }
  body.held = command.buttons;
  return out;
}
