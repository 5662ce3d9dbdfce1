import { type ArenaState, NOBODY, type SpectatorState } from "../../shared/state/index.ts";
import { followStates } from "./follow.ts";
import type { Drone, Spectator, Watching, World } from "./world.ts";

/** Whether somebody who watches may look over the shoulder of a drone. */
function mayWatch({ team }: Watching, drone: Drone): boolean {
  return team === 0 || drone.team === team;
}

/**
 * The next (1) or previous (-1) drone in the order of slots that may be watched, alive or not.
 * @returns its slot; null when there is nobody, or when this player does not watch
 */
export function nextToWatch({ drones, watching }: World, places: 1 | -1): number | null {
  if (watching === null) return null;
  let next: number | null = null;
  let around: number | null = null;
  for (const drone of drones) {
    if (!mayWatch(watching, drone)) continue;
    const { slot } = drone;
    const further = watching.slot === null || (slot - watching.slot) * places > 0;
    if (further && (next === null || (next - slot) * places > 0)) next = slot;
    if (around === null || (around - slot) * places > 0) around = slot;
  }
  return next ?? around;
}

/**
 * Keeps those who watch up to date, and through whose eyes the world is seen.
 * @returns to be called once a frame, after the drones
 */
export function createWatching(state: ArenaState, selfId: string, world: World): () => void {
  const watching: Watching = { team: 0, slot: null };
  const followSpectators = followStates<SpectatorState, Spectator>(world.spectators, {
    make: (id, { name, connected }) => ({ id, name, connected }),
    refresh(spectator, { name, connected }) {
      spectator.name = name;
      spectator.connected = connected;
    },
  });
  const droneOf = (slot: number): Drone | null => {
    for (const drone of world.drones) if (drone.slot === slot) return drone;
    return null;
  };
  return () => {
    followSpectators(state.spectators);
    const own = state.players.has(selfId) ? undefined : state.spectators.get(selfId);
    if (own === undefined) {
      world.watching = null;
      world.focus = world.self;
      return;
    }
    watching.team = own.team;
    watching.slot = own.watching === NOBODY ? null : own.watching;
    world.watching = watching;
    world.focus = droneOf(own.watching);
  };
}
