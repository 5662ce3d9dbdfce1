import type { Arena, Spot } from "../../../shared/arena/index.ts";
import {
  DRONE,
  type Gift,
  ITEMS,
  seconds,
  type Temperament,
  TICK_HZ,
  WEAPONS,
  WeaponId,
  weaponOf,
} from "../../../shared/content/index.ts";
import type { Random } from "../../../shared/math/index.ts";
import { carries } from "../../../shared/sim/index.ts";
import { rackItems, racksOf } from "../items.ts";
import type { Fighter } from "../world.ts";
import { isUnarmed, lackOf, tasteFor } from "./arsenal.ts";
import { type Navigation, wayLength } from "./navigation.ts";
import { canSee, type Surroundings } from "./perception.ts";

/** Longest wait beside an empty rack, for somebody of perfect patience. */
const LONGEST_WAIT = seconds(4);
/** What is known to be missing is thought to come back later than it does, by up to this part, without patience. */
const LATE_PART = 0.6;
/** px flown in a tick. */
const PX_PER_TICK = DRONE.speed / TICK_HZ;

/** The way in px that things are worth to somebody who lacks all of what they give. */
const WORTH = {
  healthWhenWeak: 1300,
  health: 900,
  plating: 560,
  overclock: 620,
  ammo: 260,
  firstWeapon: 1000,
  newWeapon: 420,
  moreRounds: 160,
  mines: 520,
} as const;

/** What a bot remembers of things that can be fetched. */
export interface Stock {
  /** From which tick on it takes each rack to be filled. */
  readonly readyAt: number[];
  /** Keys of the dropped weapons that it has seen. */
  readonly drops: Set<string>;
}

/** Racks are full when a round begins, as everybody knows. */
export function createStock(arena: Arena): Stock {
  return { readyAt: arena.items.map(() => 0), drops: new Set() };
}

/**
 * Notes what lies within sight. An empty rack shows its clock; how well that is kept in mind is a matter of patience.
 */
export function lookAtStock(
  stock: Stock,
  world: Surroundings,
  self: Spot,
  temper: Temperament,
  random: Random,
): void {
  const { arena, state } = world;
  const { readyAt, drops } = stock;
  const racks = racksOf(state);
  const items = rackItems(arena);
  for (let i = 0; i < readyAt.length; i++) {
    const spot = arena.items[i]!;
    const clock = racks[i]!.readyAt;
    const isNews = clock === 0 ? readyAt[i] !== 0 : readyAt[i]! < clock;
    if (!isNews || !canSee(world, self, spot.x, spot.y)) continue;
    const late = items[i]!.respawnTicks * LATE_PART * (1 - temper.patience) * random.next();
    readyAt[i] = clock === 0 ? 0 : Math.round(clock + late);
  }
  for (const [key, drop] of world.drops) {
    if (!drops.has(key) && canSee(world, self, drop.x, drop.y)) drops.add(key);
  }
}

/** What rounds for a weapon are worth, in px of way. */
function worthOfWeapon(id: number, self: Fighter, temper: Temperament): number {
  const weapon = weaponOf(id);
  const { player } = self;
  if (carries(player, weapon)) return WORTH.moreRounds * lackOf(player, weapon);
  if (weapon.kind === "mine") return WORTH.mines * (0.4 + 0.6 * temper.mines);
  return (isUnarmed(player) ? WORTH.firstWeapon : WORTH.newWeapon) * tasteFor(weapon, temper.distance);
}

/** What a gift is worth to a fighter, in px of way; 0 for what it has no use for. */
export function worthOf(gift: Gift, self: Fighter, temper: Temperament, weak: boolean): number {
  const { player } = self;
  switch (gift.kind) {
    case "health": {
      if (player.health >= DRONE.health) return 0;
      if (weak) return WORTH.healthWhenWeak;
      return WORTH.health * (1 - player.health / DRONE.health) * (0.6 + 0.8 * temper.caution);
    }
    case "plating":
      return WORTH.plating * (1 - player.plating / DRONE.plating.most) * (0.6 + 0.8 * temper.caution);
    case "overclock":
      return player.overclocked ? 0 : WORTH.overclock * (0.6 + 0.6 * temper.aggression);
    case "ammo": {
      let most = 0;
      for (const weapon of WEAPONS) {
        if (carries(player, weapon)) most = Math.max(most, lackOf(player, weapon));
      }
      return WORTH.ammo * most;
    }
    case "weapon":
      return worthOfWeapon(WeaponId[gift.weapon], self, temper);
  }
}

/** Scratch of `bestFind`: what each kind of item is worth, as many racks as hold it. */
const worths = new Float64Array(ITEMS.length);
const UNKNOWN = -1;

/** Who looks for something to fetch. */
export interface Seeker {
  readonly navigation: Navigation;
  readonly stock: Stock;
  readonly temper: Temperament;
}

/** Scratch of `bestFind`: the best so far, and how much of its worth is left on arrival. */
const found: { spot: Spot | null; most: number } = { spot: null, most: 0 };

/** Takes a thing for the best one if more of its worth is left on arrival than of any other's. */
function consider(
  { navigation, temper }: Seeker,
  tick: number,
  self: Spot,
  spot: Spot,
  worth: number,
  readyAt: number,
): void {
  const left = worth - found.most;
  if (left <= 0) return;
  const dx = spot.x - self.x;
  const dy = spot.y - self.y;
  if (dx * dx + dy * dy > left * left) return;
  const way = wayLength(navigation, self, spot);
  const wait = Math.max(0, readyAt - tick - way / PX_PER_TICK);
  if (wait > LONGEST_WAIT * temper.patience) return;
  const net = left - way - wait * PX_PER_TICK;
  if (net <= 0) return;
  found.most += net;
  found.spot = spot;
}

/**
 * The thing that is most worth its way, on a rack or dropped; null when nothing is.
 * @param eagerness part of its usual worth that anything has at the moment
 * @param onlyHealth whether nothing else is looked at
 */
export function bestFind(
  seeker: Seeker,
  world: Surroundings,
  self: Fighter,
  weak: boolean,
  eagerness: number,
  onlyHealth: boolean,
): Spot | null {
  const { navigation, stock, temper } = seeker;
  const { arena } = navigation;
  const { tick } = world.state;
  const { player } = self;
  found.most = 0;
  const items = rackItems(arena);
  worths.fill(UNKNOWN);
  for (let i = 0; i < items.length; i++) {
    const { gift, kind } = items[i]!;
    if (onlyHealth && gift.kind !== "health") continue;
    if (worths[kind] === UNKNOWN) worths[kind] = worthOf(gift, self, temper, weak);
    consider(seeker, tick, player, arena.items[i]!, worths[kind]! * eagerness, stock.readyAt[i]!);
  }
  if (!onlyHealth) {
    for (const [key, drop] of world.drops) {
      if (!stock.drops.has(key)) continue;
      consider(seeker, tick, player, drop, worthOfWeapon(drop.weapon, self, temper) * eagerness, 0);
    }
  }
  const { spot } = found;
  // Keeps no room alive that is gone.
  found.spot = null;
  return spot;
}
