import { inSight, type SpawnSpot, type Spot } from "../../shared/arena/index.ts";
import { DRONE, modeOf, seconds } from "../../shared/content/index.ts";
import { killBody, Life, reviveBody } from "../../shared/sim/index.ts";
import { Phase } from "../../shared/state/index.ts";
import { areMates } from "./teams.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** An enemy farther away than this no longer counts against a spawn; about one screen. */
const DANGER_REACH = 900;
/** What it costs a spawn to lie in an enemy's sight: more than any distance can make up for. */
const SEEN_COST = 100;
/** Somebody died close by a moment ago: the fight may still be there. */
const DEATH_REACH = 260;
const DEATH_MEMORY = seconds(6);
/** Two drones in one spot would push out of nowhere. */
const OCCUPIED_COST = 1000;

/** How unpleasant it is to appear somewhere; 0 is perfectly quiet. */
function dangerAt(world: MatchWorld, fighter: Fighter, spot: Spot): number {
  let danger = 0;
  for (const other of world.fighters.values()) {
    if (other === fighter || other.player.alive === 0) continue;
    const dx = other.player.x - spot.x;
    const dy = other.player.y - spot.y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance < DRONE.radius * 2) danger += OCCUPIED_COST;
    if (areMates(fighter.player, other.player)) continue;
    // At any distance: whoever can be seen while appearing is shot at while appearing.
    if (inSight(world.arena, other.player.x, other.player.y, spot.x, spot.y)) danger += SEEN_COST;
    if (distance < DANGER_REACH) danger += 1 - distance / DANGER_REACH;
  }
  for (const death of world.deaths) {
    const dx = death.x - spot.x;
    const dy = death.y - spot.y;
    if (dx * dx + dy * dy < DEATH_REACH * DEATH_REACH) danger += 0.5;
  }
  return danger;
}

/** The quietest of the spawns that the mode offers a fighter; chance decides between equals. */
export function chooseSpawn(world: MatchWorld, fighter: Fighter): SpawnSpot {
  const spots = world.mode.spawns(world, fighter);
  let best = spots[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const danger = dangerAt(world, fighter, spot) + world.random.next() * 0.1;
    if (danger >= least) continue;
    least = danger;
    best = spot;
  }
  return best;
}

/** Puts a fighter into play at a quiet spawn, whole and protected for a moment; before a round begins it is held there. */
export function spawn(world: MatchWorld, fighter: Fighter): void {
  const { player } = fighter;
  const spot = chooseSpawn(world, fighter);
  reviveBody(player, spot.x, spot.y);
  if (world.state.phase === Phase.countdown) player.alive = Life.held;
  player.health = DRONE.health;
  player.plating = 0;
  player.overclocked = false;
  player.protected = true;
  player.respawnAt = 0;
  fighter.wounds.clear();
  fighter.aliveSince = world.state.tick;
  fighter.protectedUntil = world.state.tick + DRONE.protectionTicks;
}

/** Takes a fighter out of play where it died: a place to keep away from for a while. */
export function remove(world: MatchWorld, fighter: Fighter): void {
  const { x, y } = fighter.player;
  world.deaths.push({ x, y, tick: world.state.tick });
  bench(world, fighter);
}

/** Takes a fighter out of play and sets the clock of its return. */
export function bench(world: MatchWorld, fighter: Fighter): void {
  const { player } = fighter;
  killBody(player);
  player.health = 0;
  player.plating = 0;
  player.overclocked = false;
  player.protected = false;
  player.respawnAt = world.state.tick + modeOf(world.state.mode).respawnTicks;
}

/** Stage 8 of the tick: who has waited long enough comes back; protections and old deaths run out. */
export function stepSpawns(world: MatchWorld): void {
  const { tick } = world.state;
  while (world.deaths.length > 0 && world.deaths[0]!.tick + DEATH_MEMORY < tick) world.deaths.shift();
  for (const fighter of world.fighters.values()) {
    const { player } = fighter;
    if (player.alive === Life.out && player.respawnAt <= tick) spawn(world, fighter);
    if (player.protected && fighter.protectedUntil <= tick) player.protected = false;
  }
}
