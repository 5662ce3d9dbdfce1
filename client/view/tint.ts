import { TeamId } from "../../shared/content/index.ts";
import type { Drone, World } from "../net/world.ts";
import { tintOf } from "./art.ts";
import { playerLook } from "./palette.ts";

/** Colours of a player as the numbers that tints want. */
export interface PlayerTint {
  readonly full: number;
  /** Nearly white, with a breath of the colour: for what glows. */
  readonly pale: number;
}

/** Share of white in the pale colour. */
const WHITENESS = 0.72;
const WHITE = 0xffffff;

/** A colour on the way from one to another. @param part 0..1 */
export function mix(from: number, to: number, part: number): number {
  const red = (from >> 16) + ((to >> 16) - (from >> 16)) * part;
  const green = ((from >> 8) & 0xff) + (((to >> 8) & 0xff) - ((from >> 8) & 0xff)) * part;
  const blue = (from & 0xff) + ((to & 0xff) - (from & 0xff)) * part;
  return (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue);
}

const tints = new Map<string, PlayerTint>();

/** Allocates only when a colour is met for the first time. @param colour as CSS writes it */
function tintsOf(colour: string): PlayerTint {
  const known = tints.get(colour);
  if (known !== undefined) return known;
  const full = tintOf(colour);
  const made = { full, pale: mix(full, WHITE, WHITENESS) };
  tints.set(colour, made);
  return made;
}

/** What has no team. */
const NEUTRAL = "#dfe8f2";

/** Like the looks of a team's players; nearly white for no team. @param team a `TeamId` */
export function teamTint(team: number): PlayerTint {
  return tintsOf(team === TeamId.none ? NEUTRAL : playerLook(0, false, team).colour);
}

/** The colours and sides of all players by their slots, for what only knows whose it is. */
export interface Tints {
  /** Looks up who is of which team; once a frame, before anything is drawn. */
  refresh(world: World): void;
  /** Whether a slot is a team mate of whoever is followed: what it fires does no harm. */
  isMate(slot: number): boolean;
  /** Colours of a slot; of one that has left, those that it had. */
  of(slot: number): PlayerTint;
}

/** Slots that a room may have. */
const SLOTS = 256;

/** Begins with everybody in no team. */
export function createTints(): Tints {
  const bySlot = Array.from({ length: SLOTS }, (_, slot) => tintsOf(playerLook(slot, false).colour));
  const mates = new Uint8Array(SLOTS);
  const note = (drone: Drone, focus: Drone | null): void => {
    const { slot, self, team } = drone;
    bySlot[slot] = tintsOf(playerLook(slot, self, team).colour);
    mates[slot] = focus !== null && drone !== focus && team !== 0 && team === focus.team ? 1 : 0;
  };
  return {
    refresh(world) {
      for (const drone of world.drones) note(drone, world.focus);
    },
    isMate: (slot) => mates[slot % SLOTS] === 1,
    of: (slot) => bySlot[slot % SLOTS]!,
  };
}
