/** What can be told of sounds in words: for subtitles, and for whoever plays without sound. */

/** What makes the sound. */
export type CueKind =
  | "shot"
  /** A weapon is being charged. */
  | "charge"
  | "blast"
  /** A grenade hits a wall. */
  | "bounce"
  /** A mine is laid, or is armed. */
  | "minePlaced"
  | "mineArmed"
  | "dash"
  /** A drone is lost. */
  | "destroyed"
  /** A drone comes back. */
  | "respawn"
  /** Something is taken from a rack or from the floor. */
  | "pickup"
  | "hurt"
  | "lowHealth"
  | "platingBroken"
  | "overclockOver"
  /** Goals of the modes, as the event `goal` names them. */
  | "zoneHeld"
  | "zoneMoved"
  | "packetTaken"
  | "packetDropped"
  | "packetReturned"
  | "packetHome"
  /** The round. */
  | "countdown"
  | "go"
  | "roundWon"
  | "roundLost"
  | "roundOver"
  /** The link to the server. */
  | "linkLost"
  | "linkBack";

/**
 * An important sound, told at the moment at which it is played; also while it is muted, and in browsers without sound.
 * Small sounds that only answer the own hand (hit marks, reloads, buttons) are none. `sound.onCue` hands them out. Fast
 * weapons tell many of one kind: whoever shows them merges those that agree in `what`, `who` and direction.
 */
export interface Cue {
  readonly what: CueKind;
  /** Id of the weapon of a shot, a charge, a blast or a mine; null for everything else. */
  readonly weapon: number | null;
  /** Who makes it: the drone in focus, its team, anybody else, or nobody in particular. */
  readonly who: "own" | "friend" | "foe" | "none";
  /** Radians as seen on the screen, 0 to the right, then clockwise; null when it comes from here or from everywhere. */
  readonly bearing: number | null;
  /** Whether `bearing` is that of a known place; else it is the middle of one of eight sectors, and all that is known. */
  readonly exact: boolean;
  /** 0..1, as it reaches the ear. */
  readonly loudness: number;
  /** When, as performance.now() counts. */
  readonly at: number;
}

export type CueListener = (cue: Cue) => void;
