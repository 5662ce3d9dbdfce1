import type { Drone } from "../../../client/net/index.ts";
import { createRandom, TAU } from "../../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../../shared/sim/index.ts";
import type { Player } from "../../headless/index.ts";

/** Frames for which a direction is kept, at most. */
const TURN_FRAMES = 40;
/** Frames of fire, and of rest. */
const FIRE_FRAMES = 50;
/** Part of the way to the target that the aim turns in a frame, and how unsteady the hand is, in radians. */
const FOLLOW = 0.3;
const TREMOR = 0.02;

/** The nearest living drone that can be seen, or null. */
function nearest(drones: Iterable<Drone>, self: Drone): Drone | null {
  let best: Drone | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const drone of drones) {
    if (drone.self || !drone.alive || !drone.seen) continue;
    const distance = (drone.x - self.x) ** 2 + (drone.y - self.y) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = drone;
  }
  return best;
}

/**
 * Lets a player fight without a pause: in motion on every tick, the aim on the nearest, the trigger mostly held. What a
 * player sends and causes at most; whoever hides or waits sends less.
 */
export function brawl(player: Player, seed: number): () => void {
  const random = createRandom(seed);
  let turnIn = 0;
  let fireIn = random.int(FIRE_FRAMES);
  return player.onFrame(() => {
    const { wish, session } = player;
    const { self, drones } = session.world;
    if (self === null) return;
    if (turnIn-- <= 0) {
      turnIn = random.int(TURN_FRAMES);
      const angle = random.range(0, TAU);
      wish.mx = Math.round(Math.cos(angle) * STEER_MAX);
      wish.my = Math.round(Math.sin(angle) * STEER_MAX);
    }
    const target = nearest(drones.values(), self);
    const wanted = target === null ? wish.aim : Math.atan2(target.y - self.y, target.x - self.x);
    const off = ((wanted - wish.aim + 1.5 * TAU) % TAU) - TAU / 2;
    wish.aim = (wish.aim + off * FOLLOW + random.bell() * TREMOR + TAU) % TAU;
    if (fireIn-- <= -FIRE_FRAMES) fireIn = random.int(FIRE_FRAMES);
    const dash = random.next() < 0.01 ? Button.dash : 0;
    wish.buttons = (fireIn <= 0 && target !== null ? Button.fire : 0) | dash;
  });
}
