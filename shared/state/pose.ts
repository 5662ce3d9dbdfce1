/**
 * Where others see a drone, in one word: three fields of their own would cost three headers a patch, and the 32nd of a pixel
 * that prediction needs is drawn for nobody. The owner has the exact place instead.
 */
import { POSITION } from "../content/index.ts";

/** Steps of a coordinate: half a pixel on the largest map, below a pixel of the screen at any zoom. */
const CELLS = 1 << 12;
const CELL = (POSITION.max + 1 / 32) / CELLS;

/** Steps of a turn: 1.4 degrees, which move the muzzle by less than half a pixel. */
const TURN_STEPS = 1 << 8;
const TURN = 2 * Math.PI;

function cellOf(coordinate: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.round(coordinate / CELL)));
}

/** The nearest aim that a pose holds, in radians; the same in all engines, which differ in the last bits of an angle. */
export function roundAim(aim: number): number {
  return ((Math.round((aim / TURN) * TURN_STEPS) & (TURN_STEPS - 1)) / TURN_STEPS) * TURN;
}

/**
 * The bits of a pose: x, y and the aim, from the top.
 * @param x,y in px; what lies outside of the largest map is clamped
 * @param aim in radians, any turn of it
 */
export function packPose(x: number, y: number, aim: number): number {
  const turn = Math.round((aim / TURN) * TURN_STEPS) & (TURN_STEPS - 1);
  return ((cellOf(x) << 20) | (cellOf(y) << 8) | turn) >>> 0;
}

/** What of a player tells where it is. As a client has it, most of it is undefined. */
export interface Placed {
  readonly x?: number;
  readonly y?: number;
  readonly pose?: number;
}

/** Whether the server tells where a player is. */
export function isPlaced({ x, pose }: Placed): boolean {
  return x !== undefined || pose !== undefined;
}

/** x in px as far as it is told: exactly to the owner, in steps of half a pixel to others, 0 while out of sight. */
export function placedX({ x, pose = 0 }: Placed): number {
  return x ?? (pose >>> 20) * CELL;
}

/** y in px, as `placedX`. */
export function placedY({ y, pose = 0 }: Placed): number {
  return y ?? ((pose >>> 8) & (CELLS - 1)) * CELL;
}

/** The aim in radians that others are told; 0 while out of sight, and for the owner, who knows better. */
export function placedAim({ pose = 0 }: Placed): number {
  return ((pose & (TURN_STEPS - 1)) / TURN_STEPS) * TURN;
}

/** Writes down where everybody is, for the patch that follows. */
export function posePlayers(players: { forEach(visit: (player: Posed) => void): void }): void {
  players.forEach(pose);
}

interface Posed {
  readonly x: number;
  readonly y: number;
  readonly aim: number;
  pose: number;
}

function pose(player: Posed): void {
  player.pose = packPose(player.x, player.y, player.aim);
}
