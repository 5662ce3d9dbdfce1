import { TAU } from "../../../shared/math/index.ts";
import type { Drone, World } from "../../net/index.ts";
import type { Cue, CueListener } from "../cues.ts";
import { type Mixer, type Placing, panOf, placeSound, Rank, type Started } from "../mix/index.ts";
import { RECIPES, type SoundKey } from "../recipes/index.ts";
import { CUE_KINDS } from "./cueKinds.ts";

/** What is known of a sound besides its name. */
export interface Told {
  /** Id of the weapon, for what weapons do. */
  readonly weapon?: number;
  /** Slot of who makes it. */
  readonly slot?: number;
  /** Beside others of its kind, 0..1. */
  readonly gain?: number;
  readonly pitch?: number;
}

/** The ways in which something is heard. Each gives back what began to sound, or null. */
export interface Voice {
  /** What the own drone does: right here. */
  own(sound: SoundKey, told?: Told): Started | null;
  /** At a place: told as a direction, a distance, and whether a wall lies between. */
  at(sound: SoundKey, x: number, y: number, told?: Told): Started | null;
  /** Done to the own drone, from a direction in radians. */
  toward(sound: SoundKey, bearing: number, told?: Told): Started | null;
  /** Of which only one of eight directions and a loudness are known: it comes from behind walls. */
  behind(sound: SoundKey, sector: number, loudness: number, told?: Told): Started | null;
  /** Told to everybody, from nowhere. */
  everywhere(sound: SoundKey, told?: Told): Started | null;
}

const SECTORS = 8;
/** A sound behind walls lies less to the side than one that is seen: its direction is only about right. */
const BEHIND_PX = 320;
/** Others are a little quieter than the own hand at the same distance. */
const OTHERS = 0.85;
const NOTHING: Told = {};

/** Speaks to a mixer and to those who read. Both hear of the same things: a cue is not held back by too many voices. */
export function createVoice(
  world: Pick<World, "arena" | "focus" | "drones">,
  mixer: Pick<Mixer, "play">,
  cue: CueListener,
  clock: () => number,
): Voice {
  const placing: Placing = { gain: 0, pan: 0, muffled: false };

  const droneOf = (slot: number | undefined): Drone | null => {
    for (const drone of world.drones) if (drone.slot === slot) return drone;
    return null;
  };

  const whoIs = (slot: number | undefined): Cue["who"] => {
    const { focus } = world;
    const drone = droneOf(slot);
    if (drone === null || focus === null) return "none";
    if (drone === focus) return "own";
    return drone.team !== 0 && drone.team === focus.team ? "friend" : "foe";
  };

  const tell = (
    sound: SoundKey,
    who: Cue["who"],
    loudness: number,
    bearing: number | null,
    exact: boolean,
    { weapon }: Told,
  ): void => {
    const what = CUE_KINDS[sound];
    if (what !== null) cue({ what, weapon: weapon ?? null, who, bearing, exact, loudness, at: clock() });
  };

  const play = (
    sound: SoundKey,
    rank: Rank,
    gain: number,
    pan: number,
    muffled: boolean,
    { pitch = 1 }: Told,
  ): Started | null => mixer.play({ sound, rank, gain, pan, muffled, pitch }, clock());

  return {
    own(sound, told = NOTHING) {
      const gain = told.gain ?? 1;
      tell(sound, "own", gain, null, true, told);
      return play(sound, Rank.own, gain, 0, false, told);
    },
    at(sound, x, y, told = NOTHING) {
      const { arena, focus } = world;
      if (focus === null || !placeSound(arena, focus, x, y, RECIPES[sound].reach, placing)) return null;
      const { pan, muffled } = placing;
      const gain = placing.gain * (told.gain ?? 1) * OTHERS;
      const isHere = x === focus.x && y === focus.y;
      const bearing = isHere ? null : Math.atan2(y - focus.y, x - focus.x);
      tell(sound, whoIs(told.slot), gain, bearing, true, told);
      return play(sound, Rank.other, gain, pan, muffled, told);
    },
    toward(sound, bearing, told = NOTHING) {
      const gain = told.gain ?? 1;
      tell(sound, "own", gain, bearing, true, told);
      return play(sound, Rank.onMe, gain, panOf(bearing, BEHIND_PX), false, told);
    },
    behind(sound, sector, loudness, told = NOTHING) {
      const bearing = ((sector % SECTORS) / SECTORS) * TAU;
      tell(sound, "none", loudness, bearing, false, told);
      return play(sound, Rank.other, loudness * OTHERS, panOf(bearing, BEHIND_PX), true, told);
    },
    everywhere(sound, told = NOTHING) {
      const gain = told.gain ?? 1;
      tell(sound, "none", gain, null, true, told);
      return play(sound, Rank.own, gain, 0, false, told);
    },
  };
}
