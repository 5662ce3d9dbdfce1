import type Phaser from "phaser";
import { DRONE } from "../../shared/content/index.ts";
import type { Drone, World } from "../net/world.ts";
import type { Effects } from "./effects.ts";
import { createFigure, type Figure } from "./figure.ts";
import type { Layers } from "./layers.ts";
import { leaderOf } from "./leader.ts";
import type { Names } from "./names.ts";
import type { Taste } from "./taste.ts";
import type { Standing } from "./trimmings.ts";
import { fade, type Veil } from "./veil.ts";

interface Entry {
  readonly figure: Figure;
  /** How far it is out of the shadow, 0..1. */
  shown: number;
  /** Number of the last frame in which the world held its drone. */
  frame: number;
}

/** All drones on the field. */
export interface Drones {
  draw(world: World, now: number): void;
  /** A slot's weapon fired: its barrel jumps back. */
  recoil(slot: number, now: number): void;
  /** A slot was hit: it turns white for a moment. */
  hurt(slot: number, now: number): void;
  /** A heavy blow between two slots: their pictures stand for a moment. */
  freeze(slot: number, other: number, now: number): void;
}

/** Friends are those of one team; who watches is of the team of whom it watches. */
function standingOf(drone: Drone, focus: Drone | null): Standing {
  if (drone === focus) return "followed";
  return focus !== null && focus.team !== 0 && focus.team === drone.team ? "friend" : "other";
}

export function createDrones(
  scene: Phaser.Scene,
  layers: Layers,
  names: Names,
  effects: Effects,
  veil: Veil,
  taste: Taste,
): Drones {
  const entries = new Map<number, Entry>();
  let frame = 0;
  let last = 0;

  const entryOf = (drone: Drone): Entry => {
    const known = entries.get(drone.slot);
    if (known?.figure.fits(drone)) return known;
    known?.figure.destroy();
    const figure = createFigure(scene, layers, names, effects, drone, taste);
    const entry = { figure, shown: known?.shown ?? 0, frame };
    entries.set(drone.slot, entry);
    return entry;
  };

  const forgetGone = (entry: Entry, slot: number): void => {
    if (entry.frame === frame) return;
    entry.figure.destroy();
    entries.delete(slot);
  };

  /** Whose eyes see is always seen, and mates are; of whom nothing is known, that is not enough. */
  const isShown = (drone: Drone, standing: Standing): boolean => {
    if (standing === "followed") return true;
    return drone.seen && (standing === "friend" || veil.shows(drone.x, drone.y, DRONE.radius));
  };

  return {
    draw(world, now) {
      frame++;
      const elapsed = now - last;
      last = now;
      const leader = leaderOf(world.drones);
      for (const drone of world.drones) {
        const entry = entryOf(drone);
        const standing = standingOf(drone, world.focus);
        entry.frame = frame;
        entry.shown = drone.alive ? fade(entry.shown, isShown(drone, standing), elapsed) : 0;
        entry.figure.draw(drone, standing, drone.slot === leader, now, entry.shown);
      }
      entries.forEach(forgetGone);
    },
    recoil(slot, now) {
      entries.get(slot)?.figure.recoil(now);
    },
    hurt(slot, now) {
      entries.get(slot)?.figure.hurt(now);
    },
    freeze(slot, other, now) {
      entries.get(slot)?.figure.freeze(now);
      entries.get(other)?.figure.freeze(now);
    },
  };
}
