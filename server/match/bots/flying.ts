import { seconds } from "../../../shared/content/index.ts";
import { directionOf } from "../../../shared/math/index.ts";
import { Button, type Command, STEER_MAX } from "../../../shared/sim/index.ts";
import type { Fighter } from "../world.ts";
import type { Mind } from "./mind.ts";
import { nextWaypoint } from "./navigation.ts";
import type { Surroundings } from "./perception.ts";
import { isStuck } from "./progress.ts";
import { canDash } from "./tactics.ts";

/** px from a waypoint at which the next one is looked for. */
const WAYPOINT_REACHED = 14;
/** Part of the radius that it holds beyond which a bot in a fight turns back to the middle. */
const LEASH = 0.95;
/** Shortest and longest time that it flies off blindly. */
const SIDESTEP_TICKS = seconds(0.2);
const SIDESTEP_MORE = seconds(0.25);

function stepAside(mind: Mind, tick: number): void {
  directionOf(mind.random.range(0, Math.PI * 2), mind.steer);
  mind.sidestepUntil = tick + SIDESTEP_TICKS + mind.random.int(SIDESTEP_MORE);
  if (mind.about === "wander") mind.place = mind.random.pick(mind.places);
}

/** Steers along the way to where the bot is going. */
function followWay(mind: Mind, self: Fighter): void {
  const { waypoint, steer } = mind;
  const { player } = self;
  let dx = waypoint.x - player.x;
  let dy = waypoint.y - player.y;
  if (
    dx * dx + dy * dy < WAYPOINT_REACHED * WAYPOINT_REACHED &&
    nextWaypoint(mind.navigation, player, mind.place, waypoint, mind.evasion?.detour ?? null)
  ) {
    dx = waypoint.x - player.x;
    dy = waypoint.y - player.y;
  }
  const length = Math.sqrt(dx * dx + dy * dy);
  steer.x = length > 1 ? dx / length : 0;
  steer.y = length > 1 ? dy / length : 0;
}

/** In a fight for a place that is held, turns back to its middle before leaving it. */
function stayOnLeash(mind: Mind, self: Fighter): void {
  const { errand, steer } = mind;
  if (errand === null || !errand.holds) return;
  const dx = errand.place.x - self.player.x;
  const dy = errand.place.y - self.player.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance < errand.radius * LEASH) return;
  steer.x = dx / distance;
  steer.y = dy / distance;
}

/** Writes the movement of this tick into a command. */
export function fly(mind: Mind, world: Surroundings, self: Fighter, out: Command): void {
  const { tick } = world.state;
  const { player } = self;
  const { steer, shove } = mind;
  if (isStuck(mind.progress, tick, player.x, player.y)) stepAside(mind, tick);
  if (tick >= mind.sidestepUntil) {
    if (mind.about === "fight") stayOnLeash(mind, self);
    else followWay(mind, self);
  }
  const x = steer.x + shove.x;
  const y = steer.y + shove.y;
  const length = Math.max(1, Math.sqrt(x * x + y * y));
  out.mx = Math.round((x / length) * STEER_MAX);
  out.my = Math.round((y / length) * STEER_MAX);
  if (mind.dodgeAt === 0 || tick < mind.dodgeAt) return;
  mind.dodgeAt = 0;
  const dash = Math.sqrt(x * x + y * y);
  if (dash > 0 && canDash(world, self, mind.hazards.mines, x / dash, y / dash)) out.buttons |= Button.dash;
}
