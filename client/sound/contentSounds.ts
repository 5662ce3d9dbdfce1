/** Which sounds stand for the things of the content tables. A thing without its sound does not compile. */
import {
  ITEMS,
  type ItemKey,
  MEDALS,
  type MedalKey,
  WEAPONS,
  type WeaponKey,
} from "../../shared/content/index.ts";
import type { WorldEvent } from "../net/index.ts";
import type { SoundKey } from "./recipes/index.ts";

/** What a weapon says. */
export interface WeaponSounds {
  /** As it is fired, or laid. */
  readonly shot: SoundKey;
  /** While the trigger is held; null for one that does not charge. */
  readonly charge: SoundKey | null;
  /** As what it leaves behind is ready, and as it goes off; null for what does not wait. */
  readonly armed: SoundKey | null;
  readonly triggered: SoundKey | null;
  /** Null for one that does not explode. */
  readonly blast: SoundKey | null;
}

const PLAIN = { charge: null, armed: null, triggered: null, blast: null } as const;

const WEAPON_SOUNDS: Readonly<Record<WeaponKey, WeaponSounds>> = {
  pulse: { ...PLAIN, shot: "pulseShot" },
  burst: { ...PLAIN, shot: "burstShot" },
  scatter: { ...PLAIN, shot: "scatterShot" },
  rail: { ...PLAIN, shot: "railShot", charge: "railCharge" },
  launcher: { ...PLAIN, shot: "launcherShot", blast: "blast" },
  mine: { ...PLAIN, shot: "minePlaced", armed: "mineArmed", triggered: "mineTriggered", blast: "blast" },
};

/** A sound, and the pitch at which it stands for one of several things. */
export interface Pitched {
  readonly sound: SoundKey;
  readonly pitch: number;
}

/** Weapons that are taken: the heavier, the lower. */
const WEAPON_PITCH: Readonly<Record<WeaponKey, number>> = {
  pulse: 1.33,
  burst: 1.19,
  scatter: 0.94,
  rail: 1.06,
  launcher: 0.84,
  mine: 0.75,
};

const taken = (weapon: WeaponKey): Pitched => ({ sound: "weaponTaken", pitch: WEAPON_PITCH[weapon] });

const ITEM_SOUNDS: Readonly<Record<ItemKey, Pitched>> = {
  healthCell: { sound: "healthTaken", pitch: 1 },
  plating: { sound: "platingTaken", pitch: 1 },
  overclock: { sound: "overclockTaken", pitch: 1 },
  ammo: { sound: "ammoTaken", pitch: 1 },
  burst: taken("burst"),
  scatter: taken("scatter"),
  rail: taken("rail"),
  launcher: taken("launcher"),
  mine: taken("mine"),
};

const MEDAL_SOUNDS: Readonly<Record<MedalKey, SoundKey>> = {
  firstBlood: "firstBloodMedal",
  double: "doubleMedal",
  streak: "streakMedal",
  comeback: "comebackMedal",
  longShot: "longShotMedal",
  defender: "defenderMedal",
};

export type Goal = Extract<WorldEvent, { type: "goal" }>["what"];

/** What happens to a goal, for those who gain by it and for all others. */
export const GOAL_SOUNDS: Readonly<Record<Goal, { readonly gain: SoundKey; readonly loss: SoundKey }>> = {
  zoneHeld: { gain: "zoneWon", loss: "zoneLost" },
  zoneMoved: { gain: "zoneMoved", loss: "zoneMoved" },
  packetTaken: { gain: "packetTaken", loss: "packetStolen" },
  packetDropped: { gain: "packetDropped", loss: "packetDropped" },
  packetReturned: { gain: "packetReturned", loss: "packetReturned" },
  packetHome: { gain: "packetScored", loss: "packetConceded" },
};

const WEAPONS_BY_ID = WEAPONS.map(({ key }) => WEAPON_SOUNDS[key]);
const TAKEN_BY_WEAPON = WEAPONS.map(({ key }) => taken(key));
const ITEMS_BY_KIND = ITEMS.map(({ key }) => ITEM_SOUNDS[key]);
const MEDALS_BY_PLACE = MEDALS.map(({ key }) => MEDAL_SOUNDS[key]);

/** What a weapon says, by its id; an unknown one speaks like the starter. */
export function weaponSounds(id: number): WeaponSounds {
  return WEAPONS_BY_ID[id] ?? WEAPON_SOUNDS.pulse;
}

/** A weapon that is picked up from the floor, by its id. */
export function pickedSound(weapon: number): Pitched {
  return TAKEN_BY_WEAPON[weapon] ?? taken("pulse");
}

/** What is taken from a rack, by its kind. */
export function itemSound(kind: number): Pitched {
  return ITEMS_BY_KIND[kind] ?? ITEM_SOUNDS.healthCell;
}

/** A medal, by its place in the table. */
export function medalSound(place: number): SoundKey {
  return MEDALS_BY_PLACE[place] ?? "firstBloodMedal";
}
