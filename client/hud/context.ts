/** How components reach the store of the seat they are drawn for. */

import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Arena } from "../../shared/arena/index.ts";
import type { Device, Vector } from "../input/index.ts";
import type { Minimap } from "./minimap/minimap.ts";
import type { HudStore } from "./store.ts";

/** What players may do through the HUD. */
export interface HudActions {
  pause(): void;
  resume(): void;
  closeHelp(): void;
  rename(name: string): void;
  /** Draws a weapon, by its id. */
  draw(weapon: number): void;
  /** Gives the drone up and watches. */
  watch(): void;
  /** Takes a drone again. */
  play(): void;
  /** Watches the next (1) or the previous (-1) player. */
  watchNext(places: 1 | -1): void;
  /** Votes for a choice of the ballot, by its index. */
  vote(choice: number): void;
  /** Joins anew under the same name. */
  again(): void;
  /** Shows more of the link: the next level of the net graph, and after the last one none. */
  netGraph(): void;
  /** Leaves for the menu. */
  leave(): void;
}

export interface HudContext {
  readonly store: HudStore;
  readonly actions: HudActions;
  readonly device: ReadonlySignal<Device>;
  /** Id of the room, and the address that leads others there. */
  readonly room: string;
  readonly link: string;
  readonly minimap: Minimap;
  /** Where the own drone is drawn, in css px of the window. */
  readonly droneAt: Readonly<Vector>;
  /** Whether the scoreboard is to be seen. */
  readonly scoreboard: ReadonlySignal<boolean>;
  /** The last minute of the link as JSON, for a bug report. */
  report(): string;
  /** Fetches a map by its name, for the pictures of the vote. */
  loadArena(name: string): Promise<Arena>;
}

export const HudScope = createContext<HudContext | null>(null);

/** The surroundings of a component of the HUD. */
export function useHud(): HudContext {
  const context = useContext(HudScope);
  if (context === null) throw new Error("outside of the HUD");
  return context;
}
