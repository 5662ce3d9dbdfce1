/**
 * Who may see whom: decides for each client which drones, shots, mines and weapons on the floor are sent to it. Colyseus'
 * StateView carries the decision; what is not in a view is not on the wire.
 */
import type { StateView } from "@colyseus/schema";
import type { Arena } from "../../shared/arena/index.ts";
import { TeamId } from "../../shared/content/index.ts";
import {
  type ArenaState,
  type BoltState,
  type DropState,
  type MineState,
  OWNER,
  type PlayerState,
  SEEN,
} from "../../shared/state/index.ts";
import { createMineSight } from "./mines.ts";
import { type Perception, type Place, perceptionOf } from "./perception.ts";
import { showIn } from "./showing.ts";

/** Ticks between two looks at who sees whom, for each client in its turn: 20 a second. What flies is looked at on each tick. */
const LOOK_EVERY = 3;

/** What sight reads of a match. */
export interface SightWorld {
  readonly state: ArenaState;
  readonly arena: Arena;
  eyeOf(id: string): PlayerState | null;
  noticedMines(id: string, out: Set<MineState>): Set<MineState>;
  forEachFlight(see: (flight: BoltState, place: Place) => void): void;
}

/** What of somebody's client decides what goes to it. */
export interface Viewer {
  readonly sessionId: string;
  readonly view?: StateView;
}

/** What one view shows. A view that goes takes its entry with it. */
interface Shown {
  /** Through whose eyes; a change of it changes everything. */
  eye: PlayerState | null;
  readonly players: Set<PlayerState>;
}

/** Shows each client what its player may perceive, and nothing else. */
export interface Sight {
  /** Once a tick. */
  step(tick: number, viewers: Iterable<Viewer>): void;
  /** Looks for one client at once, as when it joins. */
  open(viewer: Viewer): void;
  /** Whether somebody perceives a drone by now. The own one always. */
  perceives(id: string, player: PlayerState): boolean;
  /** Whether somebody could see something at a place; the place they see from is `eye`. */
  sees(id: string, place: Place): boolean;
  /** What can be perceived on the map of this round. */
  perception(): Perception;
  /** Through whose eyes somebody sees. */
  eye(id: string): PlayerState | null;
  /** Where a rack stands; null for one that does not exist. */
  rack(index: number): Place | null;
}

function areMates(a: PlayerState, b: PlayerState): boolean {
  return a.team !== TeamId.none && a.team === b.team;
}

/** Makes the sight of a room; the match may go from map to map. */
export function createSight(world: SightWorld): Sight {
  const shown = new WeakMap<StateView, Shown>();
  const mines = createMineSight(world.noticedMines);
  const perception = (): Perception => perceptionOf(world.arena);

  /** Everybody who plays, by slot: gathered once for all who look at a time. */
  const everybody: (PlayerState | undefined)[] = [];
  const gatherOne = (player: PlayerState): void => {
    everybody[player.slot] = player;
  };
  const gather = (): void => {
    everybody.fill(undefined);
    world.state.players.forEach(gatherOne);
  };

  const shownBy = (view: StateView): Shown => {
    let entry = shown.get(view);
    if (entry === undefined) {
      entry = { eye: null, players: new Set() };
      shown.set(view, entry);
    }
    return entry;
  };

  const perceivesFrom = (eye: PlayerState | null, player: PlayerState, perceived: Perception): boolean =>
    eye !== null && (eye === player || areMates(eye, player) || perceived.sees(eye, player));

  const hide = (view: StateView, entry: Shown, player: PlayerState): void => {
    entry.players.delete(player);
    view.remove(player, SEEN);
    // Removing a tag hides the whole player in @colyseus/schema 5.0.34; adding it again shows what everybody may know.
    view.add(player);
  };

  /** @param own the drone of the one who looks, which goes to its owner in full whatever is perceived (`OWNER`) */
  const lookAtPlayers = (
    view: StateView,
    entry: Shown,
    eye: PlayerState | null,
    own: PlayerState | undefined,
  ): void => {
    // Whoever has left goes from all views by itself.
    for (const player of entry.players) if (everybody[player.slot] !== player) entry.players.delete(player);
    const perceived = perception();
    for (let slot = 0; slot < everybody.length; slot++) {
      const player = everybody[slot];
      if (player === undefined || player === own) continue;
      const visible = perceivesFrom(eye, player, perceived);
      if (visible === entry.players.has(player)) continue;
      if (visible) {
        entry.players.add(player);
        view.add(player, SEEN);
      } else hide(view, entry, player);
    }
  };

  /** Who looks at what flies and lies about, and with what; set before each look, so that a look allocates nothing. */
  const looking = {
    view: null as StateView | null,
    eye: null as PlayerState | null,
    perceived: null as Perception | null,
  };
  // What was shown once stays known until it is gone.
  const lookAtFlight = (flight: BoltState, place: Place): void => {
    const { view, eye, perceived } = looking;
    if (view!.has(flight)) return;
    if (flight.owner === eye!.slot) showIn(view!, flight, OWNER);
    else if (perceived!.sees(eye!, place)) showIn(view!, flight);
  };
  const lookAtDrop = (drop: DropState): void => {
    const { view, eye, perceived } = looking;
    if (!view!.has(drop) && perceived!.sees(eye!, drop)) showIn(view!, drop);
  };

  const look = ({ sessionId, view }: Viewer, everything: boolean): void => {
    if (view === undefined) return;
    const entry = shownBy(view);
    const eye = world.eyeOf(sessionId);
    const turned = entry.eye !== eye;
    entry.eye = eye;
    if (everything || turned) lookAtPlayers(view, entry, eye, world.state.players.get(sessionId));
    if (eye === null) return;
    looking.view = view;
    looking.eye = eye;
    looking.perceived = perception();
    world.forEachFlight(lookAtFlight);
    if (world.state.drops.size > 0) world.state.drops.forEach(lookAtDrop);
  };

  return {
    step(tick, viewers) {
      gather();
      let turn = 0;
      for (const viewer of viewers) look(viewer, (tick + turn++) % LOOK_EVERY === 0);
      mines.step(tick, viewers);
    },
    open(viewer) {
      gather();
      look(viewer, true);
    },
    perceives: (id, player) => perceivesFrom(world.eyeOf(id), player, perception()),
    sees(id, place) {
      const eye = world.eyeOf(id);
      return eye !== null && perception().sees(eye, place);
    },
    perception,
    eye: (id) => world.eyeOf(id),
    rack: (index) => world.arena.items[index] ?? null,
  };
}
