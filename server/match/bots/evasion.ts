import { seconds } from "../../../shared/content/index.ts";
import type { Fighter } from "../world.ts";
import { isWithin, type Mind } from "./mind.ts";
import { type Danger, detourTo } from "./navigation.ts";
import { isKnown } from "./perception.ts";

/** px that somebody with a packet keeps from enemies if it can, and what each tile nearer costs. */
const CARRIER_DISTANCE = 230;
const CARRIER_TOLL = 22;
/** px within which dangers matter for the way. */
const DANGERS_WITHIN = 560;
/** px of straight way from which a dash is worth it. */
const DASHED_FROM = 150;
/** How old a detour may be, and how many px its goal may have moved. */
const DETOUR_TICKS = seconds(1);
const DETOUR_SHIFT = 70;

/** What a bot keeps away from on its way: mines that it knows of and, with a packet, enemies. */
function dangersOf(mind: Mind, self: Fighter, tick: number): Danger[] {
  const dangers = mind.hazards.mines.filter((mine) => isWithin(self, mine, DANGERS_WITHIN));
  if (mind.about !== "errand" || mind.errand?.stealthy !== true) return dangers;
  for (const sighting of mind.perception.sightings.values()) {
    if (!isKnown(sighting, tick)) continue;
    dangers.push({ x: sighting.x, y: sighting.y, radius: CARRIER_DISTANCE, toll: CARRIER_TOLL });
  }
  return dangers;
}

/** Sees to it that the way to the place leads round what is dangerous; it is looked for anew once a second. */
export function evade(mind: Mind, self: Fighter, tick: number): void {
  const { evasion, place } = mind;
  const dangers = dangersOf(mind, self, tick);
  if (dangers.length === 0) {
    mind.evasion = null;
    return;
  }
  if (
    evasion !== null &&
    tick - evasion.madeAt < DETOUR_TICKS &&
    evasion.detour.dangers.length === dangers.length
  ) {
    const dx = evasion.goal.x - place.x;
    const dy = evasion.goal.y - place.y;
    if (dx * dx + dy * dy < DETOUR_SHIFT * DETOUR_SHIFT) return;
  }
  const goal = { x: place.x, y: place.y };
  mind.evasion = { detour: detourTo(mind.navigation, goal, dangers), goal, madeAt: tick };
}

/** Whether a dash brings a bot on its way: where that is straight and long, and the goal worth a charge. */
export function hurries(mind: Mind, self: Fighter): boolean {
  if (mind.about !== "errand" || mind.errand?.hurried !== true || mind.dodgeAt !== 0) return false;
  return self.player.dashTicks === 0 && !isWithin(self, mind.waypoint, DASHED_FROM);
}
