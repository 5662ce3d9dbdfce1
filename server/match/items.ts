import type { Arena } from "../../shared/arena/index.ts";
import { DRONE, ITEMS, type Item, WEAPONS, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { carries, giveRounds } from "../../shared/sim/index.ts";
import { type ArenaState, RackState } from "../../shared/state/index.ts";
import { giveWeapon } from "./drops.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** The items on the racks of an arena, which do not change. */
const known = new WeakMap<Arena, readonly Item[]>();

/** The items that lie on the racks of a map, in their order. Throws when the map names one that does not exist. */
export function rackItems(arena: Arena): readonly Item[] {
  let items = known.get(arena);
  if (items === undefined) {
    items = arena.items.map((rack) => {
      const item = ITEMS.find((candidate) => candidate.key === rack.item);
      if (item === undefined)
        throw new RangeError(`map ${arena.name} has a rack for "${rack.item}", which is no item`);
      return item;
    });
    known.set(arena, items);
  }
  return items;
}

/** The racks of a state as a plain list, and the tick at which the list was last compared with them. */
interface PlainRacks {
  readonly list: readonly RackState[];
  tick: number;
}

const plain = new WeakMap<ArenaState["racks"], PlainRacks>();

/** The racks of a state as a plain list: a list that travels is read through a proxy, which ticks pay for dearly. */
export function racksOf({ racks, tick }: Pick<ArenaState, "racks" | "tick">): readonly RackState[] {
  const known = plain.get(racks);
  if (known?.tick === tick) return known.list;
  // Racks come and go at the end of the list.
  const last = racks.length - 1;
  if (known?.list.length === last + 1 && known.list[last] === racks[last]) {
    known.tick = tick;
    return known.list;
  }
  const list = [...racks];
  plain.set(racks, { list, tick });
  return list;
}

/** Sets up the racks of a map, all of them filled. */
export function fillRacks(world: MatchWorld): void {
  const { racks } = world.state;
  while (racks.length > world.arena.items.length) racks.pop();
  while (racks.length < world.arena.items.length) racks.push(new RackState());
  for (const rack of racks) rack.readyAt = 0;
  plain.delete(racks);
}

/** One magazine for each weapon that is carried. */
function giveAmmo(fighter: Fighter): number {
  let taken = 0;
  for (const weapon of WEAPONS) {
    if (weapon.magazine !== null && carries(fighter.player, weapon))
      taken += giveRounds(fighter.player, weapon, weapon.magazine.rounds);
  }
  return taken;
}

/** Gives an item to a fighter. Returns false when it would be of no use, so that it stays. */
function give(fighter: Fighter, { gift }: Item): boolean {
  const { player } = fighter;
  switch (gift.kind) {
    case "health": {
      if (player.health >= DRONE.health) return false;
      player.health = Math.min(DRONE.health, player.health + gift.amount);
      return true;
    }
    case "plating": {
      if (player.plating >= DRONE.plating.most) return false;
      player.plating = Math.min(DRONE.plating.most, player.plating + gift.amount);
      return true;
    }
    case "overclock": {
      player.overclock = gift.ticks;
      player.overclocked = true;
      return true;
    }
    case "ammo":
      return giveAmmo(fighter) > 0;
    case "weapon": {
      const weapon = weaponOf(WeaponId[gift.weapon]);
      return giveWeapon(fighter, weapon.id, weapon.magazine?.racked ?? 0) > 0;
    }
  }
}

/** Stage 7 of the tick: items come back, and whoever is on a rack takes what lies there. */
export function stepItems(world: MatchWorld): void {
  const { state, arena } = world;
  const items = rackItems(arena);
  const racks = racksOf(state);
  for (let i = 0; i < items.length; i++) {
    const rack = racks[i]!;
    if (rack.readyAt > state.tick) continue;
    if (rack.readyAt !== 0) rack.readyAt = 0;
    const spot = arena.items[i]!;
    const item = items[i]!;
    for (const fighter of world.fighters.values()) {
      const { player } = fighter;
      if (player.alive === 0) continue;
      const dx = player.x - spot.x;
      const dy = player.y - spot.y;
      if (dx * dx + dy * dy > item.reach * item.reach || !give(fighter, item)) continue;
      rack.readyAt = state.tick + item.respawnTicks;
      world.events.push({ type: "taken", to: { all: true }, data: { rack: i, by: player.slot } });
      break;
    }
  }
}
