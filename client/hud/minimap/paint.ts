/** Draws the minimap on a small canvas of its own. */
import type { Arena } from "../../../shared/arena/index.ts";
import { teamOf } from "../../../shared/content/index.ts";
import { TAU } from "../../../shared/math/index.ts";
import type { Drone, World } from "../../net/index.ts";
import { playerLook, type Shape } from "../../view/palette.ts";
import { isKnown, isPacketKnown } from "./known.ts";

/** Directions of what is heard, as the event counts them. */
export const SECTORS = 8;

/** How loud something still is in each direction, 0..1. */
export type HeardLevels = Readonly<Float32Array>;

type Context = CanvasRenderingContext2D;

const COLOURS = {
  floor: "#121821",
  wall: "#50647c",
  rack: "#9fb2c8",
  outline: "#05070a",
  heard: "#e3ecf6",
  nobody: "#b9c4d2",
} as const;

/** Sizes in css px, whatever the size of the map. */
const MARK = 4;
const RACK = 1.6;
const PACKET = 3;

/** The walls alone, which stay as they are: one px of the canvas for each that it is wide. */
export function paintWalls(context: Context, arena: Arena, scale: number): void {
  const { columns, rows, tile, solid } = arena;
  context.fillStyle = COLOURS.floor;
  context.fillRect(0, 0, columns * tile * scale, rows * tile * scale);
  context.fillStyle = COLOURS.wall;
  const side = tile * scale;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; ) {
      const from = column;
      while (column < columns && solid[row * columns + column] === 1) column += 1;
      // Half a px over the edges, so that no light comes through the joints.
      if (column > from) context.fillRect(from * side, row * side, (column - from) * side + 0.5, side + 0.5);
      else column += 1;
    }
  }
}

/** Leaves the outline of a shape as the path. */
function outline(context: Context, shape: Shape, x: number, y: number, size: number): void {
  context.beginPath();
  switch (shape) {
    case "circle":
      context.arc(x, y, size, 0, TAU);
      return;
    case "square":
      context.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
      return;
    case "triangle":
      context.moveTo(x, y - size * 1.2);
      context.lineTo(x + size * 1.1, y + size * 0.9);
      context.lineTo(x - size * 1.1, y + size * 0.9);
      break;
    case "diamond":
      context.moveTo(x, y - size * 1.25);
      context.lineTo(x + size * 1.25, y);
      context.lineTo(x, y + size * 1.25);
      context.lineTo(x - size * 1.25, y);
      break;
  }
  context.closePath();
}

function stamp(context: Context, colour: string, ratio: number): void {
  context.fillStyle = colour;
  context.strokeStyle = COLOURS.outline;
  context.lineWidth = 1.5 * ratio;
  context.stroke();
  context.fill();
}

function paintDrone(context: Context, drone: Drone, scale: number, ratio: number): void {
  const { colour, shape } = playerLook(drone.slot, drone.self, drone.team);
  const [x, y, size] = [drone.x * scale, drone.y * scale, MARK * ratio];
  if (drone.self) {
    // A nose tells where you look.
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + Math.cos(drone.aim) * size * 2.4, y + Math.sin(drone.aim) * size * 2.4);
    context.strokeStyle = colour;
    context.lineWidth = 1.5 * ratio;
    context.stroke();
  }
  outline(context, drone.self ? "circle" : shape, x, y, size);
  stamp(context, colour, ratio);
}

function colourOfTeam(team: number): string {
  return teamOf(team)?.colour ?? COLOURS.nobody;
}

function paintGoal(context: Context, world: World, scale: number, ratio: number): void {
  const { zone } = world;
  if (zone !== null) {
    context.beginPath();
    context.arc(zone.x * scale, zone.y * scale, zone.radius * scale, 0, TAU);
    context.strokeStyle = colourOfTeam(zone.holder);
    context.lineWidth = 2 * ratio;
    // A zone that is fought for has gaps, for who does not tell the colours apart.
    context.setLineDash(zone.contested ? [3 * ratio, 3 * ratio] : []);
    context.stroke();
    context.setLineDash([]);
  }
  for (const packet of world.packets) {
    if (!isPacketKnown(world, packet)) continue;
    const [x, y, half] = [packet.x * scale, packet.y * scale, PACKET * ratio];
    context.beginPath();
    context.rect(x - half, y - half, 2 * half, 2 * half);
    stamp(context, colourOfTeam(packet.team), ratio);
  }
}

/** A rack is full while its item lies there, and hollow while that is on its way. */
function paintRacks(context: Context, { racks }: World, scale: number, ratio: number): void {
  context.lineWidth = ratio;
  context.strokeStyle = context.fillStyle = COLOURS.rack;
  for (const { x, y, readyIn } of racks) {
    context.beginPath();
    context.arc(x * scale, y * scale, RACK * ratio, 0, TAU);
    if (readyIn > 0) context.stroke();
    else context.fill();
  }
}

/** Marks at the rim, on the side from which something was heard: how far away it was, nobody knows. */
function paintHeard(context: Context, world: World, heard: HeardLevels, scale: number, ratio: number): void {
  const { focus, arena } = world;
  if (focus === null) return;
  const [width, height] = [arena.columns * arena.tile * scale, arena.rows * arena.tile * scale];
  const [x, y] = [focus.x * scale, focus.y * scale];
  context.strokeStyle = COLOURS.heard;
  context.lineCap = "round";
  for (let sector = 0; sector < SECTORS; sector++) {
    const level = heard[sector]!;
    if (level <= 0) continue;
    const angle = (sector / SECTORS) * TAU;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    // Where a line from the drone meets the rim.
    const alongX = Math.abs(dx) < 1e-6 ? Number.POSITIVE_INFINITY : ((dx > 0 ? width : 0) - x) / dx;
    const alongY = Math.abs(dy) < 1e-6 ? Number.POSITIVE_INFINITY : ((dy > 0 ? height : 0) - y) / dy;
    const along = Math.min(alongX, alongY) - 3 * ratio;
    const [atX, atY, half] = [x + dx * along, y + dy * along, (3 + 4 * level) * ratio];
    context.globalAlpha = 0.35 + 0.65 * level;
    context.lineWidth = 3 * ratio;
    context.beginPath();
    context.moveTo(atX - dy * half, atY + dx * half);
    context.lineTo(atX + dy * half, atY - dx * half);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/**
 * One picture of the map.
 * @param walls what `paintWalls` made, of the same size
 * @param scale canvas px per px of the world
 * @param ratio canvas px per css px
 */
export function paintMap(
  context: Context,
  walls: CanvasImageSource,
  world: World,
  heard: HeardLevels,
  scale: number,
  ratio: number,
): void {
  context.drawImage(walls, 0, 0);
  paintRacks(context, world, scale, ratio);
  paintGoal(context, world, scale, ratio);
  let self: Drone | null = null;
  for (const drone of world.drones) {
    if (!isKnown(world, drone)) continue;
    // Yourself last, above all others.
    if (drone.self) self = drone;
    else paintDrone(context, drone, scale, ratio);
  }
  if (self !== null) paintDrone(context, self, scale, ratio);
  paintHeard(context, world, heard, scale, ratio);
}
