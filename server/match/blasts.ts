import type { Blast } from "../../shared/content/index.ts";
import { blastDamage } from "../../shared/sim/index.ts";
import { hurt } from "./damage.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** Something goes off: everybody within reach and in a straight line of it is hurt, its own maker by the mode's part. */
export function explode(
  world: MatchWorld,
  shooter: Fighter,
  weapon: number,
  blast: Blast,
  seq: number,
  x: number,
  y: number,
): void {
  world.events.push({
    type: "blast",
    to: { all: true },
    data: { by: shooter.player.slot, weapon, x: Math.round(x), y: Math.round(y) },
  });
  let foes = 0;
  for (const target of world.fighters.values()) {
    const { player } = target;
    if (player.alive === 0) continue;
    const damage = blastDamage(world.arena, blast, x, y, player);
    if (damage === 0) continue;
    const strike = { shooter, weapon, seq, x, y, dx: player.x - x, dy: player.y - y };
    if (hurt(world, target, damage, strike)) foes += 1;
  }
  if (foes > 0) shooter.tally.hits[weapon]! += 1;
}
