/** What a player can do, and what does it to begin with. Codes are places on a device, so every layout has the same hand. */
import type { WeaponKey } from "../../shared/content/index.ts";

/** Where an action belongs: `watch` is for those without a drone, `page` is always there, the rest steers the drone. */
export type Group = "move" | "aim" | "fight" | "weapons" | "watch" | "page";

export interface ActionSpec {
  readonly group: Group;
  /** Codes of keys (`KeyboardEvent.code`), of the mouse (`Mouse0`..`Mouse4`) and of its wheel (`WheelUp`, `WheelDown`). */
  readonly keys: readonly string[];
  /** Buttons of the standard mapping (w3.org/TR/gamepad), `Pad0`..`Pad16`. Sticks move and aim besides. */
  readonly pad: readonly string[];
}

/** The action that draws a weapon. */
export type DrawAction = `draw-${WeaponKey}`;

const WEAPON_ACTIONS: Readonly<Record<DrawAction, ActionSpec>> = {
  "draw-pulse": { group: "weapons", keys: ["Digit1", "Numpad1"], pad: [] },
  "draw-burst": { group: "weapons", keys: ["Digit2", "Numpad2"], pad: [] },
  "draw-scatter": { group: "weapons", keys: ["Digit3", "Numpad3"], pad: [] },
  "draw-rail": { group: "weapons", keys: ["Digit4", "Numpad4"], pad: [] },
  "draw-launcher": { group: "weapons", keys: ["Digit5", "Numpad5"], pad: [] },
  "draw-mine": { group: "weapons", keys: ["Digit6", "Numpad6"], pad: [] },
};

/**
 * In the order in which they are shown. The first code of each is the one that players are told. Escape and the menu
 * button of a gamepad pause whatever is set here, so that there is always a way out.
 */
export const ACTIONS = {
  up: { group: "move", keys: ["KeyW"], pad: [] },
  left: { group: "move", keys: ["KeyA"], pad: [] },
  down: { group: "move", keys: ["KeyS"], pad: [] },
  right: { group: "move", keys: ["KeyD"], pad: [] },

  aimUp: { group: "aim", keys: ["ArrowUp"], pad: [] },
  aimLeft: { group: "aim", keys: ["ArrowLeft"], pad: [] },
  aimDown: { group: "aim", keys: ["ArrowDown"], pad: [] },
  aimRight: { group: "aim", keys: ["ArrowRight"], pad: [] },

  fire: { group: "fight", keys: ["Mouse0", "Enter"], pad: ["Pad7"] },
  dash: { group: "fight", keys: ["Space", "ShiftLeft"], pad: ["Pad4", "Pad0"] },
  reload: { group: "fight", keys: ["KeyR"], pad: ["Pad2"] },

  nextWeapon: { group: "weapons", keys: ["WheelDown", "KeyE"], pad: ["Pad5", "Pad15"] },
  previousWeapon: { group: "weapons", keys: ["WheelUp"], pad: ["Pad14"] },
  lastWeapon: { group: "weapons", keys: ["KeyQ"], pad: ["Pad3"] },
  ...WEAPON_ACTIONS,

  watchPrevious: { group: "watch", keys: ["ArrowLeft", "Mouse2"], pad: ["Pad14", "Pad4"] },
  watchNext: { group: "watch", keys: ["ArrowRight", "Mouse0"], pad: ["Pad15", "Pad5"] },

  scoreboard: { group: "page", keys: ["Tab"], pad: ["Pad8"] },
  map: { group: "page", keys: ["KeyM"], pad: ["Pad12"] },
  help: { group: "page", keys: ["KeyH"], pad: [] },
  netGraph: { group: "page", keys: ["KeyN"], pad: ["Pad13"] },
  pause: { group: "page", keys: ["KeyP"], pad: [] },
} as const satisfies Readonly<Record<string, ActionSpec>>;

export type ActionName = keyof typeof ACTIONS;

export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

/** Whether two actions may not have the same key: only watching and steering never happen at once. */
export function clash(a: ActionName, b: ActionName): boolean {
  const [one, other] = [ACTIONS[a].group, ACTIONS[b].group];
  const alwaysThere = one === "page" || other === "page";
  return a !== b && (alwaysThere || (one === "watch") === (other === "watch"));
}
