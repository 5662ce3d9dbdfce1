/** Which pictures stand for the things of the content tables, and how each weapon looks when it fires. */
import { ITEMS, WEAPONS, type WeaponKey } from "../../shared/content/index.ts";
import type { Frame } from "./art.ts";

/** How a hitscan weapon's rays look. */
interface RayArt {
  /** Thickness, as a share of the beam picture's. */
  readonly width: number;
  readonly lifeMs: number;
  /** Thickness of a white line within, likewise; 0 for none. */
  readonly core: number;
  /** World px between the lights along it; 0 for none. */
  readonly lightEvery: number;
}

/** How a weapon looks in the hand, on the floor and when it fires. */
interface WeaponArt {
  /** Lies on the drone and points along its aim. */
  readonly barrel: Frame;
  /** Stands for the weapon where it lies. */
  readonly icon: Frame;
  /** px that the barrel jumps back. */
  readonly recoil: number;
  /** px that the shooter's own picture jumps against the aim. */
  readonly kick: number;
  /** How far its own cross hair opens with a shot, as a share of the most. */
  readonly bloom: number;
  /** Whether a shot throws out an empty case. */
  readonly cased: boolean;
  /** Size of the muzzle flash along and across the shot, as shares of its picture's; 0 for none. */
  readonly flash: { readonly length: number; readonly width: number };
  /** World px that a shot lights up around its muzzle. */
  readonly flashReach: number;
  /** Null for a weapon without rays. */
  readonly ray: RayArt | null;
}

const WEAPON_ART: Readonly<Record<WeaponKey, WeaponArt>> = {
  pulse: {
    barrel: "barrel-pulse",
    icon: "bolt",
    recoil: 4,
    kick: 2,
    bloom: 0.3,
    cased: false,
    flash: { length: 0.85, width: 0.8 },
    flashReach: 120,
    ray: null,
  },
  burst: {
    barrel: "barrel-burst",
    icon: "item-burst",
    recoil: 4,
    kick: 2,
    bloom: 0.3,
    cased: true,
    flash: { length: 0.9, width: 0.8 },
    flashReach: 120,
    ray: { width: 1.1, lifeMs: 130, core: 0, lightEvery: 0 },
  },
  scatter: {
    barrel: "barrel-scatter",
    icon: "item-scatter",
    recoil: 8,
    kick: 4,
    bloom: 0.8,
    cased: true,
    flash: { length: 1.2, width: 1.7 },
    flashReach: 170,
    ray: { width: 0.65, lifeMs: 120, core: 0, lightEvery: 0 },
  },
  rail: {
    barrel: "barrel-rail",
    icon: "item-rail",
    recoil: 9,
    kick: 5,
    bloom: 1,
    cased: false,
    flash: { length: 1.5, width: 1.1 },
    flashReach: 190,
    // A third of a second: long enough to follow it back to whoever fired.
    ray: { width: 3.4, lifeMs: 340, core: 1.3, lightEvery: 190 },
  },
  launcher: {
    barrel: "barrel-launcher",
    icon: "item-launcher",
    recoil: 7,
    kick: 4,
    bloom: 0.7,
    cased: true,
    flash: { length: 0.8, width: 1.2 },
    flashReach: 110,
    ray: null,
  },
  mine: {
    barrel: "barrel-mine",
    icon: "item-mine",
    recoil: 6,
    kick: 2,
    bloom: 0.2,
    cased: false,
    flash: { length: 0, width: 0 },
    flashReach: 0,
    ray: null,
  },
};

const BY_ID: readonly WeaponArt[] = WEAPONS.map((weapon) => WEAPON_ART[weapon.key]);

/** The looks of a weapon by its id; of an unknown one those of the starter. */
export function weaponArt(id: number): WeaponArt {
  return BY_ID[id] ?? WEAPON_ART.pulse;
}

const ITEM_FRAMES = ITEMS.map((item) => `item-${item.key}` as const) satisfies readonly Frame[];

/** The picture of an item by its kind. */
export function itemFrame(kind: number): Frame {
  return ITEM_FRAMES[kind] ?? "item-healthCell";
}
