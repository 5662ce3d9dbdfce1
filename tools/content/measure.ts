import { type CommandSource, createMatch, DEFAULT_RULES, NO_REWIND } from "../../server/match/index.ts";
import type { Arena } from "../../shared/arena/index.ts";
import { DRONE, seconds, TICK_S, TILE, type Weapon } from "../../shared/content/index.ts";
import { Button, type Command, drawWeapon, giveRounds } from "../../shared/sim/index.ts";

/** Tiles of the range: a lane with room for blasts on both sides. */
const COLUMNS = 40;
const ROWS = 13;
/** Nobody takes longer than this to destroy somebody who stands still. */
const PATIENCE_TICKS = seconds(20);

/** A hall without anything in it. */
function createRange(): Arena {
  const solid = new Uint8Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const isRim = row === 0 || column === 0 || row === ROWS - 1 || column === COLUMNS - 1;
      if (isRim) solid[row * COLUMNS + column] = 1;
    }
  }
  const spawns = [3, COLUMNS - 3].map((column) => ({ x: column * TILE, y: (ROWS / 2) * TILE, team: 0 }));
  return {
    ...{
      name: "range",
      title: "Range",
      idea: "",
      modes: ["ffa"],
      players: { min: 2, max: 2 },
      listed: false,
    },
    ...{ columns: COLUMNS, rows: ROWS, tile: TILE, solid, spawns, items: [], zones: [], homes: [] },
  };
}

const RANGE = createRange();

/**
 * Lets one drone fire at another that stands still, with a perfect aim and a full magazine, in the game itself.
 * @param distance px between the middles of the two
 * @param plating what the other one has on top of its health
 * @returns seconds from the press of the trigger to the end; null when it does not come to that
 */
export function timeToKill(weapon: Weapon, distance: number, plating: number): number | null {
  const rules = { ...DEFAULT_RULES, fill: 0, warmupTicks: 0, countdownTicks: 0 };
  const match = createMatch({ arena: RANGE, rules, seed: 1 });
  match.join("shooter", "shooter");
  match.join("target", "target");
  const shooter = match.state.players.get("shooter")!;
  const target = match.state.players.get("target")!;
  const middle = (ROWS / 2) * TILE;
  const place = { y: middle, vx: 0, vy: 0, protected: false };
  Object.assign(shooter, place, { x: 3 * TILE });
  Object.assign(target, place, { x: 3 * TILE + distance, plating });
  giveRounds(shooter, weapon, (weapon.magazine?.rounds ?? 0) + (weapon.magazine?.spare ?? 0));
  drawWeapon(shooter, weapon.id);
  shooter.cooldown = 0;
  const fire: Command = { mx: 0, my: 0, aim: 0, buttons: Button.fire, pick: 0 };
  let tick = 0;
  const source: CommandSource = {
    take(id, sink) {
      if (id === "shooter") sink(fire, tick, 0);
    },
  };
  while (tick < PATIENCE_TICKS) {
    tick += 1;
    for (const event of match.step(source, NO_REWIND)) {
      // Whoever has no rounds left goes on with another weapon; that does not count.
      if (event.type === "kill") return event.data.weapon === weapon.id ? tick * TICK_S : null;
    }
  }
  return null;
}

/** Distances in px at which weapons are measured: at arm's length, across a room, half a screen away. */
export const DISTANCES = { near: 80, mid: 250, far: 500 } as const;

/** Plating that the plated target has: as much as one item gives. */
export const MEASURED_PLATING = DRONE.plating.most / 2;
