/** Actions at the desk: what is held becomes bits of one number, everything else happens once when it is pressed. */
import { WEAPONS } from "../../shared/content/index.ts";
import { ACTION_NAMES, type ActionName, type Bindings } from "../settings/index.ts";
import type { Desk } from "./device.ts";

/** Everything that can be held, as bits: devices press and release them, the sampler reads them. */
export const Action = {
  ...{ up: 1, down: 2, left: 4, right: 8 },
  ...{ fire: 16, dash: 32, reload: 64 },
  ...{ aimUp: 128, aimDown: 256, aimLeft: 512, aimRight: 1024 },
  ...{ watchPrevious: 2048, watchNext: 4096 },
} as const;
type HeldName = keyof typeof Action;
type DeedName = Exclude<ActionName, HeldName>;

/** The bits that turn the aim by keys. */
export const AIM_KEYS = Action.aimUp | Action.aimDown | Action.aimLeft | Action.aimRight;

function isHeld(name: ActionName): name is HeldName {
  return name in Action;
}

/** What happens once; `down` is false when the key comes up again, which most of them do not mind. */
type Deed = (desk: Desk, down: boolean) => void;

function onPress(act: (desk: Desk) => void): Deed {
  return (desk, down) => {
    if (down) act(desk);
  };
}

const DRAWS = Object.fromEntries(
  WEAPONS.map(({ id, key }) => [`draw-${key}`, onPress((desk) => desk.picks.choose(id))]),
) as Record<Extract<DeedName, `draw-${string}`>, Deed>;

const DEEDS: Readonly<Record<DeedName, Deed>> = {
  ...DRAWS,
  nextWeapon: onPress((desk) => desk.picks.step(1)),
  previousWeapon: onPress((desk) => desk.picks.step(-1)),
  lastWeapon: onPress((desk) => desk.picks.swap()),
  scoreboard: (desk, down) => desk.page.scoreboard(down),
  map: (desk, down) => desk.page.map(down),
  help: onPress((desk) => desk.page.help()),
  netGraph: onPress((desk) => desk.page.netGraph()),
  pause: onPress((desk) => desk.page.pause()),
};

/** What one code means: bits to hold, and deeds. Both may be several, for steering and watching share their keys. */
export interface Meaning {
  bits: number;
  readonly deeds: DeedName[];
}

/** Meanings by code. */
export type Keymap = ReadonlyMap<string, Meaning>;

/** Turns bindings round: from what a player can do to what a code does. */
export function keymapOf(bindings: Bindings): Keymap {
  const map = new Map<string, Meaning>();
  for (const name of ACTION_NAMES) {
    for (const code of bindings[name]) {
      const meaning = map.get(code) ?? { bits: 0, deeds: [] };
      if (isHeld(name)) meaning.bits |= Action[name];
      else meaning.deeds.push(name);
      map.set(code, meaning);
    }
  }
  return map;
}

/** A source (a key, a button) goes down. */
export function press(desk: Desk, source: string, { bits, deeds }: Meaning): void {
  if (bits !== 0) desk.latch.press(source, bits);
  for (const name of deeds) DEEDS[name](desk, true);
}

/** It comes up again. */
export function release(desk: Desk, source: string, meaning: Meaning | undefined): void {
  desk.latch.release(source);
  for (const name of meaning?.deeds ?? []) DEEDS[name](desk, false);
}
