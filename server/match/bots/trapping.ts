import { type Spot, tileAt } from "../../../shared/arena/index.ts";
import { type MineWeapon, WEAPONS } from "../../../shared/content/index.ts";
import { carries } from "../../../shared/sim/index.ts";
import { areMates } from "../teams.ts";
import type { Fighter } from "../world.ts";
import { isWithin, type Mind } from "./mind.ts";
import { type Navigation, wayLength } from "./navigation.ts";
import type { Surroundings } from "./perception.ts";
import { guardPosts, narrowPlaces } from "./places.ts";

export const MINE: MineWeapon = WEAPONS.find((weapon) => weapon.kind === "mine")!;

/** The farthest way in px that somebody goes to lay a mine, times its fondness of them. */
const FARTHEST = 480;
/** px between two mines of one side. */
const APART = 120;
/** Chance for each decision without anything better to do that a mine is thought of: without fondness, and with. */
const THOUGHT_AT_LEAST = 0.03;
const THOUGHT = 0.2;
/** px from a narrow place at which somebody who comes by leaves a mine in passing. */
const PASSING = 36;
/** Chance for each decision on the run that a mine is left for whoever follows, times the fondness. */
const PARTING_GIFT = 0.12;
/** px within which somebody who follows would meet it. */
const FOLLOWED_WITHIN = 360;

/** Whether the own side has a mine near a place, or somebody of it has as many out as may be. */
function isMined(world: Surroundings, self: Fighter, place: Spot): boolean {
  let own = 0;
  for (const { owner, state } of world.mines) {
    if (owner === self) own += 1;
    else if (!areMates(owner.player, self.player)) continue;
    const dx = state.x - place.x;
    const dy = state.y - place.y;
    if (dx * dx + dy * dy < APART * APART) return true;
  }
  return own >= MINE.most;
}

function thinksOfMines({ random, temper }: Mind): boolean {
  return random.next() < THOUGHT_AT_LEAST + THOUGHT * temper.mines;
}

/** Where a goal that lasts can be guarded from; what lies about for a moment is not worth the thought. */
function postsAt(navigation: Navigation, goal: Spot): readonly Spot[] {
  const isLasting = navigation.spots.has(tileAt(navigation.arena, goal.x, goal.y));
  return isLasting ? guardPosts(navigation, goal) : [];
}

/** Where a bot that has the time would lay a mine: on the ways to its goal, or in a narrow place nearby. */
export function placeForMine(mind: Mind, world: Surroundings, self: Fighter): Spot | null {
  const { temper, navigation, errand } = mind;
  if (!carries(self.player, MINE)) return null;
  if (mind.about === "lay" && !isMined(world, self, mind.place)) return mind.place;
  if (!thinksOfMines(mind)) return null;
  const goals = errand === null ? [] : [errand.place, ...postsAt(navigation, errand.place)];
  let best: Spot | null = null;
  let shortest = FARTHEST * (0.4 + 0.6 * temper.mines);
  for (const place of [...goals, ...narrowPlaces(mind.arena)]) {
    if (!isWithin(self, place, shortest)) continue;
    const way = wayLength(navigation, self.player, place);
    if (way >= shortest || isMined(world, self, place)) continue;
    shortest = way;
    best = place;
  }
  return best;
}

/** Whether a bot on the run leaves a mine behind now. */
export function leavesMine(mind: Mind, world: Surroundings, self: Fighter): boolean {
  const { target, temper, random } = mind;
  if (target === null || !carries(self.player, MINE) || !isWithin(self, target, FOLLOWED_WITHIN))
    return false;
  return random.next() < PARTING_GIFT * temper.mines && !isMined(world, self, self.player);
}

/** Whether a bot that comes by a narrow place leaves a mine there in passing. */
export function minesInPassing(mind: Mind, world: Surroundings, self: Fighter): boolean {
  if (!carries(self.player, MINE) || !thinksOfMines(mind)) return false;
  if (!narrowPlaces(mind.arena).some((place) => isWithin(self, place, PASSING))) return false;
  return !isMined(world, self, self.player);
}
