import { DROP, REACH, STARTER, weaponOf } from "../../shared/content/index.ts";
import { carries, drawWeapon, giveRounds, roundsOf } from "../../shared/sim/index.ts";
import { DropState } from "../../shared/state/index.ts";
import { type Fighter, type MatchWorld, newKey } from "./world.ts";

/**
 * Gives rounds for a weapon to a fighter. Whoever has nothing better in hand draws a weapon that is new.
 * @returns how many rounds were taken
 */
export function giveWeapon(fighter: Fighter, id: number, rounds: number): number {
  const { player } = fighter;
  const weapon = weaponOf(id);
  const fresh = !carries(player, weapon);
  const taken = giveRounds(player, weapon, rounds);
  if (fresh && taken > 0 && player.weapon === STARTER) drawWeapon(player, id);
  return taken;
}

/** Leaves the weapon in hand where its owner is destroyed, with the rounds that are in it. */
export function dropWeapon(world: MatchWorld, fighter: Fighter): void {
  const { player } = fighter;
  if (player.weapon === STARTER) return;
  const rounds = roundsOf(player, weaponOf(player.weapon));
  if (rounds === 0) return;
  const drop = new DropState();
  drop.weapon = player.weapon;
  drop.rounds = rounds;
  drop.x = player.x;
  drop.y = player.y;
  drop.endsAt = world.state.tick + DROP.lifeTicks;
  const key = newKey(world);
  world.drops.set(key, drop);
  world.state.drops.set(key, drop);
  if (world.drops.size > DROP.most) removeDrop(world, world.drops.keys().next().value!);
}

function removeDrop(world: MatchWorld, key: string): void {
  world.drops.delete(key);
  world.state.drops.delete(key);
}

/** Clears the floor, for a new round. */
export function clearDrops(world: MatchWorld): void {
  world.drops.clear();
  world.state.drops.clear();
}

/** Whoever flies over a dropped weapon takes it. Part of stage 7. */
export function stepDrops(world: MatchWorld): void {
  for (const [key, drop] of world.drops) {
    if (drop.endsAt <= world.state.tick) {
      removeDrop(world, key);
      continue;
    }
    for (const fighter of world.fighters.values()) {
      const { player } = fighter;
      if (player.alive === 0) continue;
      const dx = player.x - drop.x;
      const dy = player.y - drop.y;
      if (dx * dx + dy * dy > REACH * REACH || giveWeapon(fighter, drop.weapon, drop.rounds) === 0) continue;
      const { weapon, x, y } = drop;
      world.events.push({
        type: "picked",
        to: { all: true },
        data: { weapon, by: player.slot, x: Math.round(x), y: Math.round(y) },
      });
      removeDrop(world, key);
      break;
    }
  }
}
