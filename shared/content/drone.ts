import { seconds } from "./time.ts";

/** What a drone is and how it moves. Lengths in px, speeds in px/s, times in ticks. */
export const DRONE = {
  /** Two of them pass each other in a corridor of two tiles. */
  radius: 13,
  health: 100,
  /** Eight tiles a second: a room is crossed in about a second and a half. */
  speed: 256,
  /** Full speed after six ticks: quick to answer, yet not a pixel-perfect stop that no aim could follow. */
  acceleration: 2600,
  /** Comes to rest within nine ticks. */
  braking: 1750,
  dash: {
    charges: 2,
    /** Three times walking speed; below one radius per tick, so nobody dashes through a wall. */
    speed: 768,
    ticks: 9,
    rechargeTicks: seconds(2.5),
  },
  plating: {
    most: 100,
    /** Part of each hit that it takes, while it lasts. */
    absorbs: 0.6,
  },
  /** Ends early when its owner fires. */
  protectionTicks: seconds(1.5),
} as const;
