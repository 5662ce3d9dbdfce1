import type { PhaseName } from "./world.ts";

/**
 * Something that happened, once, to be shown or heard.
 * Own shots and dashes come on the frame of the click; claims about others (hit, kill) come from the server.
 */
export type WorldEvent =
  /** A weapon fired: muzzle flash. */
  | { type: "shot"; slot: number; own: boolean; weapon: number; x: number; y: number; angle: number }
  /** A hitscan ray, one for each pellet, drawn from its muzzle along `angle` for `length` px. */
  | {
      type: "trace";
      slot: number;
      own: boolean;
      weapon: number;
      x: number;
      y: number;
      angle: number;
      length: number;
    }
  /**
   * A shot ended here, against a wall or a drone, as the picture has it; `hit` tells whether an own one did harm.
   * `angle` is the way it flew.
   */
  | { type: "impact"; on: "wall" | "drone"; own: boolean; x: number; y: number; angle: number }
  /** The own trigger was pulled and nothing left, for the weapon is being reloaded. */
  | { type: "dry"; weapon: number }
  | { type: "dash"; slot: number; own: boolean; x: number; y: number }
  /** The server confirms damage that the own drone dealt. */
  | { type: "hit"; victim: number; damage: number; fatal: boolean; x: number; y: number }
  /** The own drone was hurt; `angle` points to where it came from. */
  | { type: "hurt"; by: number; damage: number; angle: number }
  /** `late` is news that was missed while the page was hidden: to be told, not to be shown. */
  | {
      type: "kill";
      killer: number;
      victim: number;
      weapon: number;
      assists: readonly number[];
      x: number;
      y: number;
      late: boolean;
    }
  /**
   * Something behind walls or off the picture was heard: from which of eight directions (0 to the right, then clockwise
   * as seen on the screen) and how loud, 0..1. Where it was is not known.
   */
  | { type: "heard"; what: "shot" | "blast"; weapon: number; sector: number; loudness: number }
  /**
   * How the own drone was lost, from the killer's side: where it was on the killer's screen, the killer's round trip and
   * how far the server looked back for the shot, in ms.
   */
  | { type: "death"; by: number; weapon: number; x: number; y: number; pingMs: number; rewindMs: number }
  /** A grenade or a mine went off. */
  | { type: "blast"; by: number; weapon: number; x: number; y: number; radius: number }
  /** A grenade met a wall. */
  | { type: "bounce"; x: number; y: number }
  | { type: "spawn"; slot: number; own: boolean; x: number; y: number }
  | { type: "taken"; rack: number; by: number; own: boolean }
  | { type: "picked"; weapon: number; by: number; own: boolean; x: number; y: number }
  | { type: "medal"; slot: number; medal: number; own: boolean }
  | {
      type: "goal";
      what: "zoneHeld" | "zoneMoved" | "packetTaken" | "packetDropped" | "packetReturned" | "packetHome";
      team: number;
      by: number;
    }
  /** The own player was put into another team, for the teams were uneven. */
  | { type: "moved"; team: number }
  | { type: "phase"; phase: PhaseName }
  /** The next round is played on another map: everything that was made for the old one is to be made anew. */
  | { type: "arena" };
