import type { Random } from "../../shared/math/index.ts";
import { TAU } from "../../shared/math/index.ts";
import { Button, type Command, STEER_MAX } from "../../shared/sim/index.ts";

/** Ticks for which a course, an aim and a finger on the trigger are kept; a third of a second to a second. */
const COURSE = { min: 20, max: 60 } as const;
const GLANCE = { min: 10, max: 45 } as const;
const BURST = { min: 20, max: 90 } as const;

/** Of the bursts, how many are shots; people who fight hold the trigger more often than not. */
const FIRING = 0.7;

/** How fast a hand follows the eye: the share of the way to the new aim that is made in a tick. */
const FOLLOW = 0.2;

/** Ticks between two dashes, about. */
const DASH_EVERY = 120;

/**
 * Steers blindly and as people do in a fight: courses and aims that change every half second, an aim that moves on
 * nearly every tick, bursts of fire, a dash now and then.
 * @returns writes the next command into its argument
 */
export function createPilot(random: Random): (command: Command) => void {
  let courseFor = 0;
  let glanceFor = 0;
  let burstFor = 0;
  let turn = random.range(0, TAU);
  let fire = 0;
  return (command) => {
    if (--courseFor <= 0) {
      courseFor = random.range(COURSE.min, COURSE.max);
      command.mx = (random.int(3) - 1) * STEER_MAX;
      command.my = (random.int(3) - 1) * STEER_MAX;
    }
    if (--glanceFor <= 0) {
      glanceFor = random.range(GLANCE.min, GLANCE.max);
      turn = command.aim + random.range(-TAU / 4, TAU / 4);
    }
    if (--burstFor <= 0) {
      burstFor = random.range(BURST.min, BURST.max);
      fire = random.next() < FIRING ? Button.fire : 0;
    }
    command.aim += (turn - command.aim) * FOLLOW;
    command.buttons = fire | (random.int(DASH_EVERY) === 0 ? Button.dash : 0);
  };
}
