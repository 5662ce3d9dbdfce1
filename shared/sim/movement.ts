import type { Arena } from "../arena/index.ts";
import { DRONE, POSITION, TICK_S, VELOCITY } from "../content/index.ts";
import { directionOf, snap } from "../math/index.ts";
import type { Body } from "./body.ts";
import { pushOutOfWalls } from "./collision.ts";
import { Button, type Command, STEER_MAX } from "./command.ts";

/** px: one step for a tick of flight, three for one of a dash. A corner then adds less than 2 % to a step. */
const LONGEST_STEP = 5;

/** Scratch of the step; a tick allocates nothing. */
const steer = { x: 0, y: 0 };
const mover = { x: 0, y: 0, vx: 0, vy: 0 };

/** Steering as a vector of length 0..1: a diagonal is no faster than a straight line. */
function readSteering(command: Command): void {
  const x = command.mx / STEER_MAX;
  const y = command.my / STEER_MAX;
  const length = Math.sqrt(x * x + y * y);
  const scale = length > 1 ? 1 / length : 1;
  steer.x = x * scale;
  steer.y = y * scale;
}

/** Gathers dash charges, one after the other. */
function rechargeDash(body: Body): void {
  if (body.dashCharges >= DRONE.dash.charges) return;
  const gathered = body.dashRecharge + 1;
  const full = gathered >= DRONE.dash.rechargeTicks;
  body.dashRecharge = full ? 0 : gathered;
  if (full) body.dashCharges += 1;
}

/** Starts a dash on a fresh press: along the steering, or along the aim when there is none. */
function startDash(body: Body, command: Command): boolean {
  const pressed = (command.buttons & Button.dash) !== 0 && (body.held & Button.dash) === 0;
  if (!pressed || body.dashCharges === 0 || body.dashTicks > 0 || body.laden === 1) return false;
  const length = Math.sqrt(steer.x * steer.x + steer.y * steer.y);
  if (length > 0) {
    steer.x /= length;
    steer.y /= length;
  } else {
    directionOf(command.aim, steer);
  }
  body.dashCharges -= 1;
  body.dashTicks = DRONE.dash.ticks;
  mover.vx = steer.x * DRONE.dash.speed;
  mover.vy = steer.y * DRONE.dash.speed;
  return true;
}

/** Turns the velocity towards the wanted one by at most what one tick allows. */
function accelerate(): void {
  const wantedX = steer.x * DRONE.speed;
  const wantedY = steer.y * DRONE.speed;
  const dx = wantedX - mover.vx;
  const dy = wantedY - mover.vy;
  const change = Math.sqrt(dx * dx + dy * dy);
  const idle = steer.x === 0 && steer.y === 0;
  const most = (idle ? DRONE.braking : DRONE.acceleration) * TICK_S;
  const part = change > most ? most / change : 1;
  mover.vx += dx * part;
  mover.vy += dy * part;
}

/**
 * Flies for a tick, in steps: whoever went deep into a corner at once would be thrown aside, and so get farther in a tick
 * than the speed allows.
 */
function travel(arena: Arena): void {
  const way = Math.sqrt(mover.vx * mover.vx + mover.vy * mover.vy) * TICK_S;
  const steps = Math.max(1, Math.ceil(way / LONGEST_STEP));
  for (let step = 0; step < steps; step++) {
    mover.x += (mover.vx * TICK_S) / steps;
    mover.y += (mover.vy * TICK_S) / steps;
    pushOutOfWalls(arena, mover, DRONE.radius);
  }
}

/**
 * Moves a drone by one tick: dash, accelerate, move, slide along walls, round to what the wire holds.
 * @returns whether a dash began on this tick
 */
export function moveBody(body: Body, command: Command, arena: Arena): boolean {
  readSteering(command);
  mover.vx = body.vx;
  mover.vy = body.vy;
  rechargeDash(body);
  const dashed = startDash(body, command);
  if (body.dashTicks > 0) body.dashTicks -= 1;
  else accelerate();
  mover.x = body.x;
  mover.y = body.y;
  travel(arena);
  body.x = snap(POSITION, mover.x);
  body.y = snap(POSITION, mover.y);
  body.vx = snap(VELOCITY, mover.vx);
  body.vy = snap(VELOCITY, mover.vy);
  return dashed;
}
