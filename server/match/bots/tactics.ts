import { castRay } from "../../../shared/arena/index.ts";
import { DRONE, seconds, TeamId } from "../../../shared/content/index.ts";
import { angleTo, clamp, type Random, turnBetween } from "../../../shared/math/index.ts";
import { areMates } from "../teams.ts";
import type { Fighter } from "../world.ts";
import { type Danger, leadsInto } from "./navigation.ts";
import { isInEye, isKnown, type Perception, type Sighting, type Surroundings } from "./perception.ts";
import type { BotTraits } from "./traits.ts";

/** px off the comfortable distance at which a bot heads straight in or out. */
const COMFORT_SPAN = 130;
/** A drone sees a wall coming this many px ahead and turns before it. */
const WALL_AHEAD = DRONE.radius + 26;
/** Two walls within this time mean a narrow place. */
const NARROW_TICKS = seconds(0.7);
/** Radians off a bot within which somebody who charges means that bot. */
const CHARGED_CONE = 0.15;
/** Drones nearer than this many px shove off. */
const PERSONAL_SPACE = 44;
/** Weight in px that the enemy fought so far has over another one as near. */
const LOYALTY = 90;
/** Who is out of sight counts as this much farther away, who cannot be hurt yet as that much. */
const HIDDEN_PENALTY = 500;
const PROTECTED_PENALTY = 250;
/** Who carries a packet counts as this much nearer. */
const LADEN_LEAD = 300;

/** How a bot moves in a fight: across the line of fire, this way or that. */
export interface Footwork {
  side: 1 | -1;
  /** Mean ticks on one side. */
  readonly ticks: number;
  /** Tick at which it changes sides unasked. */
  changeAt: number;
  /** Tick at which a wall last made it change sides. */
  turnedAt: number;
  /** Until when it goes straight instead, towards the enemy (1) or away (-1). */
  straightUntil: number;
  along: 1 | -1;
}

/** Starts with both feet on the ground. */
export function createFootwork(ticks: number): Footwork {
  return { side: 1, ticks, changeAt: 0, turnedAt: 0, straightUntil: 0, along: 1 };
}

/** The enemy that deserves attention: near, in sight, vulnerable; a fight under way goes on. */
export function chooseTarget(
  perception: Perception,
  self: Fighter,
  current: Sighting | null,
  tick: number,
): Sighting | null {
  let best: Sighting | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sighting of perception.sightings.values()) {
    if (!isKnown(sighting, tick)) continue;
    const dx = sighting.x - self.player.x;
    const dy = sighting.y - self.player.y;
    const inEye = isInEye(sighting, tick);
    const cost =
      Math.sqrt(dx * dx + dy * dy) -
      (sighting === current ? LOYALTY : 0) -
      (inEye && sighting.fighter.player.laden === 1 ? LADEN_LEAD : 0) +
      (inEye ? 0 : HIDDEN_PENALTY) +
      (inEye && sighting.fighter.player.protected ? PROTECTED_PENALTY : 0);
    if (cost >= least) continue;
    least = cost;
    best = sighting;
  }
  return best;
}

/** Whether a drone can go on in a direction for a moment without running into a wall or a mine that it knows of. */
function isOpen(
  world: Surroundings,
  self: Fighter,
  mines: readonly Danger[],
  dx: number,
  dy: number,
  ahead: number,
): boolean {
  const { x, y } = self.player;
  if (mines.some((mine) => leadsInto(mine, x, y, x + dx * ahead, y + dy * ahead))) return false;
  return castRay(world.arena, x, y, dx, dy, ahead) >= ahead;
}

/** Whether a dash in a direction would get anywhere. */
export function canDash(
  world: Surroundings,
  self: Fighter,
  mines: readonly Danger[],
  dx: number,
  dy: number,
): boolean {
  return self.player.dashCharges > 0 && isOpen(world, self, mines, dx, dy, WALL_AHEAD * 2.5);
}

/**
 * Steers in a fight: across the enemy's line of fire, changing sides at random times and before walls,
 * while the distance settles at `comfort` px. Writes a unit vector.
 */
export function stepFootwork(
  footwork: Footwork,
  world: Surroundings,
  self: Fighter,
  enemy: { x: number; y: number },
  comfort: number,
  mines: readonly Danger[],
  random: Random,
  out: { x: number; y: number },
): void {
  const { tick } = world.state;
  if (tick >= footwork.changeAt) {
    footwork.side = footwork.side === 1 ? -1 : 1;
    footwork.changeAt = tick + Math.round(footwork.ticks * random.range(0.4, 1.6));
  }
  const ex = enemy.x - self.player.x;
  const ey = enemy.y - self.player.y;
  const distance = Math.max(1, Math.sqrt(ex * ex + ey * ey));
  const ux = ex / distance;
  const uy = ey / distance;
  const closing = clamp((distance - comfort) / COMFORT_SPAN, -1, 1);
  for (let turn = 0; turn < 2 && tick >= footwork.straightUntil; turn++) {
    const x = ux * closing - uy * footwork.side;
    const y = uy * closing + ux * footwork.side;
    const length = Math.sqrt(x * x + y * y);
    out.x = x / length;
    out.y = y / length;
    if (isOpen(world, self, mines, out.x, out.y, WALL_AHEAD)) return;
    footwork.side = footwork.side === 1 ? -1 : 1;
    // Wall to the left and wall to the right: to and fro in a narrow place makes an easy target.
    if (tick - footwork.turnedAt < NARROW_TICKS) {
      footwork.straightUntil = tick + Math.round(random.range(seconds(0.4), seconds(0.9)));
      footwork.along = closing + random.range(-0.7, 0.7) < 0 ? -1 : 1;
    }
    footwork.turnedAt = tick;
  }
  out.x = ux * footwork.along;
  out.y = uy * footwork.along;
  if (isOpen(world, self, mines, out.x, out.y, WALL_AHEAD)) return;
  footwork.along = footwork.along === 1 ? -1 : 1;
  footwork.straightUntil = tick;
}

/** Whether an enemy in sight is seen to charge a shot at a bot, for long enough to be taken in. */
export function isChargedAt(self: Fighter, enemy: Fighter, traits: BotTraits): boolean {
  const { player } = enemy;
  if (player.charge < traits.reactionTicks) return false;
  const towards = angleTo(self.player.x - player.x, self.player.y - player.y);
  return Math.abs(turnBetween(player.aim, towards)) < CHARGED_CONE;
}

/** Adds a shove from one drone away from another that is very near. */
function shoveOff(
  self: Fighter,
  other: { x: number; y: number },
  random: Random,
  out: { x: number; y: number },
): void {
  const dx = self.player.x - other.x;
  const dy = self.player.y - other.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= PERSONAL_SPACE) return;
  const shove = 1 - distance / PERSONAL_SPACE;
  // In the very same place any direction will do.
  out.x += distance > 1 ? (dx / distance) * shove : random.range(-1, 1);
  out.y += distance > 1 ? (dy / distance) * shove : random.range(-1, 1);
}

/** Adds a shove away from drones that are very near, so that two of them do not sit in one place. */
export function keepApart(
  perception: Perception,
  world: Surroundings,
  self: Fighter,
  random: Random,
  out: { x: number; y: number },
): void {
  for (const sighting of perception.sightings.values()) {
    if (sighting.visible) shoveOff(self, sighting, random, out);
  }
  if (self.player.team === TeamId.none) return;
  for (const mate of world.fighters.values()) {
    if (mate !== self && mate.player.alive !== 0 && areMates(mate.player, self.player))
      shoveOff(self, mate.player, random, out);
  }
}

/**
 * How many known enemies a shot at one of them may hit at once, that one included: those who stand in its line, or
 * within `heap` px of it.
 */
export function crowdAt(
  perception: Perception,
  self: Fighter,
  target: Sighting,
  tick: number,
  heap: number,
): number {
  let count = 1;
  const tx = target.x - self.player.x;
  const ty = target.y - self.player.y;
  const square = Math.max(1, tx * tx + ty * ty);
  for (const other of perception.sightings.values()) {
    if (other === target || !isInEye(other, tick)) continue;
    const dx = other.x - self.player.x;
    const dy = other.y - self.player.y;
    const along = (dx * tx + dy * ty) / square;
    const aside = Math.abs(dx * ty - dy * tx) / Math.sqrt(square);
    const hx = other.x - target.x;
    const hy = other.y - target.y;
    if ((along > 0 && aside < DRONE.radius * 2) || hx * hx + hy * hy < heap * heap) count += 1;
  }
  return count;
}
