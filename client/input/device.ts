/** What the devices share: one latch, one row of weapons, what is bound, and the rule that the last used device wins. */
import type { Signal } from "@preact/signals";
import type { Settings } from "../settings/index.ts";
import type { Latch } from "./latch.ts";
import type { Picks } from "./picks.ts";

/** Keyboard and mouse count as one. */
export type Device = "desktop" | "touch" | "gamepad";

/** What a player asks of the page rather than of the drone. */
export interface PageKeys {
  scoreboard(shown: boolean): void;
  pause(): void;
  netGraph(): void;
  /** Shows the map large, for as long as its key is held. */
  map(large: boolean): void;
  help(): void;
  /** The gamepad in use is gone. */
  padLost(): void;
  /**
   * Whether there is something to choose from while the game goes on, such as a vote: the D-pad and its button A are
   * for that, then. Of dialogs the desk knows by itself.
   */
  menuOpen(): boolean;
}

/** The place where a device leaves what it was told. */
export interface Desk {
  readonly latch: Latch;
  readonly picks: Pick<Picks, "choose" | "step" | "swap">;
  readonly page: PageKeys;
  readonly settings: Pick<Settings, "controls" | "bindings">;
  /** The device used last. */
  readonly device: Signal<Device>;
  /** Whether the mouse aims; false after keys did. */
  readonly pointing: Signal<boolean>;
  /** False while an overlay has the keyboard: devices then report nothing but the pause button. */
  isActive(): boolean;
}
