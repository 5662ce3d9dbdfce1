/**
 * The view by itself: a page that draws a world which a test makes up, with no server and no HUD.
 * The address may bring a `quality`, `still` and `contrast`. The page has `window.stage`.
 */
import { signal } from "@preact/signals";
import { fetchArena } from "../../../client/net/arenas.ts";
import { createWorld, placeRacks } from "../../../client/net/blank.ts";
import { aDrone } from "../../../client/net/testing.ts";
import type { Bolt, Drone, Mine, Session, World } from "../../../client/net/world.ts";
import type { WorldEvent } from "../../../client/net/worldEvents.ts";
import { type ArenaView, createArenaView, type ViewSettings } from "../../../client/view/index.ts";
import { modeOf } from "../../../shared/content/index.ts";

export interface Stage {
  readonly world: World;
  readonly view: ArenaView;
  /** Where the view says that the own drone is, in css px of the window. */
  readonly aimOrigin: { readonly x: number; readonly y: number };
  /** css px from the own drone to the pointer; to be changed at will. */
  readonly pointer: { x: number; y: number };
  /** Puts the world onto another map. */
  enter(map: string, mode?: number): Promise<void>;
  /** Puts a drone into the world; the first one is the own, and the one that is followed. */
  addDrone(changes: Partial<Drone>): Drone;
  addBolt(changes: Partial<Bolt>): Bolt;
  addMine(changes: Partial<Mine>): Mine;
  emit(event: WorldEvent): void;
  /** Changes what the player wants of the picture. */
  set(changes: Partial<ViewSettings>): void;
  /** Empties the world of all but its racks. */
  clear(): void;
}

const QUALITIES = ["auto", "low", "medium", "high"] as const;

declare global {
  interface Window {
    stage?: Stage;
  }
}

function createDrone(slot: number, changes: Partial<Drone>): Drone {
  return aDrone({ slot, self: slot === 0, name: `Drone ${slot}`, bot: true, ...changes });
}

async function openStage(parent: HTMLElement): Promise<Stage> {
  const world = createWorld(await fetchArena("foundry"));
  const listeners = new Set<(event: WorldEvent) => void>();
  const emit = (event: WorldEvent): void => {
    for (const listener of listeners) listener(event);
  };

  // The methods of a session that speak to a server have nobody to speak to.
  const nothing = (): void => {};
  const session: Session = {
    world,
    status: { at: "playing" },
    roomId: "stage",
    name: "",
    seat: "",
    onStatus: () => nothing,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame: nothing,
    wake: nothing,
    rename: nothing,
    spectate: nothing,
    play: nothing,
    watchNext: nothing,
    vote: nothing,
    askRecords: nothing,
    leave: async () => {},
  };

  const aimOrigin = { x: 0, y: 0 };
  const pointer = { x: 0, y: 0 };
  const address = new URLSearchParams(location.search);
  const taste = signal<ViewSettings>({
    quality: QUALITIES.find((quality) => quality === address.get("quality")) ?? "high",
    reducedMotion: address.has("still"),
    shake: 1,
    flash: 1,
    damageNumbers: true,
    names: true,
    contrast: address.has("contrast"),
  });
  const view = createArenaView(parent, {
    session,
    input: {
      setAimOrigin(x, y) {
        aimOrigin.x = x;
        aimOrigin.y = y;
      },
      sample: nothing,
      lookAhead: () => pointer,
    },
    settings: taste,
  });
  let nextId = 1;

  const clear = (): void => {
    for (const list of [world.drones, world.bolts, world.mines, world.drops, world.packets]) list.length = 0;
    world.self = null;
    world.focus = null;
    world.zone = null;
  };

  return {
    world,
    view,
    aimOrigin,
    pointer,
    emit,
    clear,
    set(changes) {
      taste.value = { ...taste.peek(), ...changes };
    },
    async enter(map, mode = 0) {
      const arena = await fetchArena(map);
      clear();
      world.arena = arena;
      world.round.mode = mode;
      world.round.goal = modeOf(mode).goal;
      placeRacks(world);
      emit({ type: "arena" });
    },
    addDrone(changes) {
      const drone = createDrone(world.drones.length, changes);
      world.drones.push(drone);
      world.self ??= drone;
      world.focus ??= drone;
      return drone;
    },
    addBolt(changes) {
      const place = { dx: 1, dy: 0, x: 0, y: 0, flown: 60 };
      const bolt = { id: nextId++, owner: 0, own: false, weapon: 0, ...place, ...changes };
      world.bolts.push(bolt);
      return bolt;
    },
    addMine(changes) {
      const mine = {
        ...{ id: `mine-${nextId++}`, owner: 0, team: 0, friendly: false, x: 0, y: 0, armed: 1 },
        ...changes,
      };
      world.mines.push(mine);
      return mine;
    },
  };
}

const parent = document.querySelector<HTMLElement>("#picture");
if (parent === null) throw new Error("the page of the stage has lost its picture");
window.stage = await openStage(parent);
