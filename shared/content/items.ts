import { seconds } from "./time.ts";
import type { WeaponKey } from "./weapons.ts";

/** Ids travel on the wire; the keys are the names that maps use in their object layers. */
export const ItemKind = {
  healthCell: 0,
  plating: 1,
  overclock: 2,
  ammo: 3,
  burst: 4,
  scatter: 5,
  rail: 6,
  launcher: 7,
  mine: 8,
} as const;
export type ItemKey = keyof typeof ItemKind;
export type ItemKind = (typeof ItemKind)[ItemKey];

/** What an item does for the one who takes it. */
export type Gift =
  /** Health, never above the drone's maximum. */
  | { readonly kind: "health"; readonly amount: number }
  /** Plating, never above its maximum. */
  | { readonly kind: "plating"; readonly amount: number }
  | { readonly kind: "overclock"; readonly ticks: number }
  /** One magazine for each weapon that is carried. */
  | { readonly kind: "ammo" }
  | { readonly kind: "weapon"; readonly weapon: WeaponKey };

/** Something that lies on a rack and comes back after a while. */
export interface Item {
  readonly kind: ItemKind;
  readonly key: ItemKey;
  readonly name: string;
  /** px around its centre within which a drone's centre takes it. */
  readonly reach: number;
  readonly respawnTicks: number;
  readonly gift: Gift;
}

/** px around anything that lies about within which it is taken. */
export const REACH = 26;

const rack = (kind: ItemKind, weapon: WeaponKey, name: string, respawnTicks: number): Item => ({
  kind,
  key: weapon as ItemKey,
  name,
  reach: REACH,
  respawnTicks,
  gift: { kind: "weapon", weapon },
});

/** All items, indexed by kind. */
export const ITEMS: readonly Item[] = [
  {
    kind: ItemKind.healthCell,
    key: "healthCell",
    name: "Health cell",
    reach: REACH,
    respawnTicks: seconds(15),
    gift: { kind: "health", amount: 40 },
  },
  {
    kind: ItemKind.plating,
    key: "plating",
    name: "Plating",
    reach: REACH,
    respawnTicks: seconds(25),
    gift: { kind: "plating", amount: 50 },
  },
  {
    kind: ItemKind.overclock,
    key: "overclock",
    name: "Overclock",
    reach: REACH,
    respawnTicks: seconds(60),
    gift: { kind: "overclock", ticks: seconds(10) },
  },
  {
    kind: ItemKind.ammo,
    key: "ammo",
    name: "Ammo",
    reach: REACH,
    respawnTicks: seconds(12),
    gift: { kind: "ammo" },
  },
  rack(ItemKind.burst, "burst", "Burst", seconds(14)),
  rack(ItemKind.scatter, "scatter", "Scatter", seconds(18)),
  rack(ItemKind.rail, "rail", "Rail", seconds(25)),
  rack(ItemKind.launcher, "launcher", "Launcher", seconds(20)),
  rack(ItemKind.mine, "mine", "Mine", seconds(16)),
];

/** The item of a kind. Throws a RangeError for a kind that no item has. */
export function itemOf(kind: number): Item {
  const item = ITEMS[kind];
  if (item === undefined) throw new RangeError(`no item has the kind ${kind}`);
  return item;
}
