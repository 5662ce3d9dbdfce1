import { NOBODY, SpectatorState } from "../../shared/state/index.ts";
import { addFighter, removeFighter } from "./roster.ts";
import type { Fighter, MatchWorld, Watcher } from "./world.ts";

/** Whether a spectator may look over somebody's shoulder: anybody's, or only those of the team that they were in. */
function mayWatch({ state }: Watcher, { player }: Fighter): boolean {
  return state.team === 0 || state.team === player.team;
}

function fighterIn(world: MatchWorld, slot: number): Fighter | null {
  for (const fighter of world.fighters.values()) if (fighter.player.slot === slot) return fighter;
  return null;
}

function seatWatcher(world: MatchWorld, id: string, state: SpectatorState): void {
  world.watchers.set(id, { id, state });
}

/** A player gives up the drone and watches. Does nothing for those who have none. */
export function startWatching(world: MatchWorld, id: string): void {
  const fighter = world.fighters.get(id);
  if (fighter === undefined || fighter.player.bot) return;
  const { player, tally } = fighter;
  const { name, connected, team, kills, deaths, assists, captures, score } = player;
  removeFighter(world, id);
  world.parted.set(id, { kills, deaths, assists, captures, score, tally });
  const state = new SpectatorState();
  state.name = name;
  state.connected = connected;
  state.team = team;
  world.state.spectators.set(id, state);
  seatWatcher(world, id, state);
  world.votes.delete(id);
}

/** A spectator wants a drone again. Does nothing for those who have one. */
export function stopWatching(world: MatchWorld, id: string): void {
  const watcher = world.watchers.get(id);
  if (watcher === undefined) return;
  removeWatcher(world, id);
  addFighter(world, id, watcher.state.name, false);
}

/** Takes a spectator out of the match. */
export function removeWatcher(world: MatchWorld, id: string): void {
  world.watchers.delete(id);
  world.state.spectators.delete(id);
}

/** Takes over a spectator that the state already holds. */
export function adoptWatcher(world: MatchWorld, id: string, state: SpectatorState): void {
  seatWatcher(world, id, state);
}

/** A spectator looks over the shoulder of another player, if that may be. */
export function watch(world: MatchWorld, id: string, slot: number): void {
  const watcher = world.watchers.get(id);
  const fighter = fighterIn(world, slot);
  if (watcher !== undefined && fighter !== null && mayWatch(watcher, fighter)) watcher.state.watching = slot;
}

/** The fighter whom a spectator watches; null for none. */
export function watchedBy(world: MatchWorld, id: string): Fighter | null {
  const watcher = world.watchers.get(id);
  return watcher === undefined ? null : fighterIn(world, watcher.state.watching);
}

/** Part of stage 1: whoever watches somebody who is gone is given the best of those who may be watched. */
export function stepWatchers(world: MatchWorld): void {
  for (const watcher of world.watchers.values()) {
    const watched = fighterIn(world, watcher.state.watching);
    if (watched !== null && mayWatch(watcher, watched)) continue;
    let best: Fighter | null = null;
    for (const fighter of world.fighters.values()) {
      if (
        mayWatch(watcher, fighter) &&
        fighter.player.score > (best?.player.score ?? Number.NEGATIVE_INFINITY)
      )
        best = fighter;
    }
    watcher.state.watching = best?.player.slot ?? NOBODY;
  }
}
