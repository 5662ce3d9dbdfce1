import { inSight, type Spot } from "../../shared/arena/index.ts";
import { type MineWeapon, WEAPONS } from "../../shared/content/index.ts";
import { MineState } from "../../shared/state/index.ts";
import { explode } from "./blasts.ts";
import { isTarget } from "./targets.ts";
import { areMates } from "./teams.ts";
import { type Fighter, type MatchWorld, newKey, type PendingShot, type PlacedMine } from "./world.ts";

const MINE = WEAPONS.find((weapon) => weapon.kind === "mine")!;

/** Leaves a mine where its owner flies. Beyond what one player may have out, the oldest gives way. */
export function placeMine(world: MatchWorld, pending: PendingShot, weapon: MineWeapon): void {
  const { shooter: owner, seq } = pending;
  const state = new MineState();
  state.owner = owner.player.slot;
  state.team = owner.player.team;
  state.x = pending.x;
  state.y = pending.y;
  state.armedAt = world.state.tick + weapon.armTicks;
  const mine: PlacedMine = {
    key: newKey(world),
    state,
    owner,
    seq,
    endsAt: world.state.tick + weapon.lifeTicks,
  };
  world.mines.push(mine);
  world.state.mines.set(mine.key, state);
  const own = world.mines.filter((other) => other.owner === owner);
  if (own.length > weapon.most) removeMines(world, (other) => other === own[0]);
}

/** Takes away the mines that a test picks, without a bang. */
export function removeMines(world: MatchWorld, picked: (mine: PlacedMine) => boolean): void {
  let kept = 0;
  for (const mine of world.mines) {
    if (picked(mine)) world.state.mines.delete(mine.key);
    else world.mines[kept++] = mine;
  }
  world.mines.length = kept;
}

/** Takes away one mine, without a bang. */
function takeAway(world: MatchWorld, mine: PlacedMine): void {
  removeMines(world, (other) => other === mine);
}

function isFoe(owner: Fighter, fighter: Fighter): boolean {
  return fighter !== owner && !areMates(owner.player, fighter.player);
}

/** Whether a place lies within some px of a mine, with nothing in between. */
function isNear(world: Pick<MatchWorld, "arena">, mine: MineState, spot: Spot, radius: number): boolean {
  const dx = spot.x - mine.x;
  const dy = spot.y - mine.y;
  return dx * dx + dy * dy <= radius * radius && inSight(world.arena, mine.x, mine.y, spot.x, spot.y);
}

/** Whether an enemy of a mine is so near that it goes off. */
function isTriggered(world: MatchWorld, mine: PlacedMine): boolean {
  for (const fighter of world.fighters.values()) {
    if (!isFoe(mine.owner, fighter) || !isTarget(fighter)) continue;
    if (isNear(world, mine.state, fighter.player, MINE.triggerRadius)) return true;
  }
  return false;
}

/** Scratch: the mines as they lay before any of this tick went off. */
const laid: PlacedMine[] = [];

/** Part of stage 5: armed mines go off under enemies, old ones give up. */
export function stepMines(world: MatchWorld): void {
  const { tick } = world.state;
  for (const mine of world.mines) laid.push(mine);
  for (const mine of laid) if (mine.endsAt <= tick) takeAway(world, mine);
  for (const mine of laid) {
    if (mine.endsAt <= tick || mine.state.armedAt > tick || !isTriggered(world, mine)) continue;
    takeAway(world, mine);
    explode(world, mine.owner, MINE.id, MINE.blast, mine.seq, mine.state.x, mine.state.y);
  }
  // Keeps no room alive that is gone.
  laid.length = 0;
}

/** Whether somebody at a place knows of a mine: the own side always does, the others from near. */
export function noticesMine(world: Pick<MatchWorld, "arena">, viewer: Fighter, mine: PlacedMine): boolean {
  if (!isFoe(mine.owner, viewer)) return true;
  return viewer.player.alive !== 0 && isNear(world, mine.state, viewer.player, MINE.noticeRadius);
}
