import { describe, expect, test } from "vitest";
import { loadListedArenas } from "../../tests/fixtures/arenas.ts";
import { createHammer } from "../../tests/fixtures/drones.ts";
import { type Arena, isSolid } from "../arena/index.ts";
import {
  DRONE,
  type GrenadeWeapon,
  seconds,
  TICK_S,
  TILE,
  WEAPONS,
  WeaponId,
  weaponOf,
} from "../content/index.ts";
import { createRandom, type Random } from "../math/index.ts";
import { PlayerState } from "../state/index.ts";
import { touchesWall } from "./collision.ts";
import {
  ammoFields,
  BODY_FIELDS,
  type Body,
  carries,
  createBody,
  createShot,
  type Grenade,
  giveRounds,
  killBody,
  Life,
  launchGrenade,
  reviveBody,
  roundsOf,
  shotOf,
  stepBody,
  stepGrenade,
} from "./index.ts";

/** Steps of drones, over all maps together. */
const TICKS = 1_000_000;
const DRONES = 8;
const GRENADES = 6;
/** Two lattice steps: what rounding may add to a place, in px. */
const ROUNDING = 2 / 32;
/** What rounding may add to a speed, in px/s. */
const SPEED_ROUNDING = 0.1;
const LAUNCHER = weaponOf(WeaponId.launcher) as GrenadeWeapon;

const ARENAS = loadListedArenas();

/** Finds the first property that does not hold; null when all do. Called a million times: it asserts nothing by itself. */
type Check = (body: Body, before: Body, arena: Arena, dashed: boolean, fired: number) => string | null;

/** px that a drone reaches into the walls around it. */
function depthInWalls(arena: Arena, { x, y }: Body): number {
  const left = Math.floor((x - DRONE.radius) / TILE);
  const right = Math.floor((x + DRONE.radius) / TILE);
  const top = Math.floor((y - DRONE.radius) / TILE);
  const bottom = Math.floor((y + DRONE.radius) / TILE);
  let depth = 0;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (!isSolid(arena, column, row)) continue;
      const dx = x - Math.min(Math.max(x, column * TILE), (column + 1) * TILE);
      const dy = y - Math.min(Math.max(y, row * TILE), (row + 1) * TILE);
      depth = Math.max(depth, DRONE.radius - Math.sqrt(dx * dx + dy * dy));
    }
  }
  return depth;
}

const checkPlace: Check = (body, before, arena, dashed) => {
  const speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
  const speedBefore = Math.sqrt(before.vx * before.vx + before.vy * before.vy);
  const dx = body.x - before.x;
  const dy = body.y - before.y;
  const way = Math.sqrt(dx * dx + dy * dy);
  // What is left of a dash only ever gets slower; nothing else is faster than steering allows.
  const most = dashed || before.dashTicks > 0 ? DRONE.dash.speed : Math.max(DRONE.speed, speedBefore);
  if (depthInWalls(arena, body) > ROUNDING) return "is inside a wall";
  if (speed > most + SPEED_ROUNDING) return `has ${speed} px/s of ${most}`;
  if (way > most * TICK_S + 2 * ROUNDING) return `went ${way} px in a tick at ${most} px/s`;
  if (before.alive !== Life.flying && (way > 0 || dashed)) return "moved while out of play";
  if (dashed && before.laden === 1) return "dashed with a packet";
  return null;
};

const checkCounts: Check = (body, before, _arena, _dashed, fired) => {
  for (const field of BODY_FIELDS) {
    const value = body[field];
    if (!Number.isFinite(value)) return `${field} is ${value}`;
    if (field === "x" || field === "y" || field === "vx" || field === "vy") continue;
    const most = field === "overclock" ? 0xffff : 0xff;
    if (!Number.isInteger(value) || value < 0 || value > most) return `${field} is ${value}`;
  }
  if (body.dashCharges > DRONE.dash.charges || body.dashTicks > DRONE.dash.ticks) return "dashes too much";
  for (const weapon of WEAPONS) {
    const fields = ammoFields(weapon);
    if (fields === null || weapon.magazine === null) continue;
    if (body[fields.loaded] > weapon.magazine.rounds) return `${weapon.key} is overloaded`;
    if (body[fields.spare] > weapon.magazine.spare) return `${weapon.key} has too much besides`;
    const spent = roundsOf(before, weapon) - roundsOf(body, weapon);
    if (spent !== (fired === weapon.id ? 1 : 0)) return `${weapon.key} spent ${spent} and fired ${fired}`;
  }
  if (!carries(body, weaponOf(body.weapon))) return `holds ${body.weapon} without rounds`;
  if (fired >= 0 && before.alive !== Life.flying) return "fired while out of play";
  return null;
};

/** What the rest of the game does to a drone between two steps. */
function meddle(body: Body, random: Random, arena: Arena): void {
  const chance = random.int(4000);
  if (chance < 2) killBody(body);
  if (chance === 2) body.alive = Life.held;
  if (chance === 3) body.laden = 1 - body.laden;
  if (chance >= 10 && chance < 16) giveRounds(body, random.pick(WEAPONS), 1 + random.int(80));
  if (chance === 16) body.overclock = seconds(10);
  if (body.alive === Life.out && chance >= 100 && chance < 140) {
    const spot = random.pick(arena.spawns);
    reviveBody(body, spot.x, spot.y);
  }
  if (body.alive === Life.held && chance >= 100 && chance < 120) body.alive = Life.flying;
}

const wire = new PlayerState();
Object.assign(wire, createBody());

/** Finds a field that would not arrive as it is. */
function lostOnTheWire(body: Body): string | null {
  for (const field of BODY_FIELDS) {
    wire[field] = body[field];
    if (wire[field] !== body[field]) return `${field} ${body[field]} arrives as ${wire[field]}`;
  }
  return null;
}

function checkGrenade(arena: Arena, grenade: Grenade, energy: number): string | null {
  const { x, y, vx, vy } = grenade;
  if (!Number.isFinite(x + y + vx + vy)) return "a grenade is nowhere";
  if (touchesWall(arena, x, y, LAUNCHER.boltRadius)) return "a grenade is inside a wall";
  if (vx * vx + vy * vy > energy) return "a grenade gained speed";
  return null;
}

/** What has happened, so that a run in which nothing happens does not pass. */
interface Lived {
  complaints: string[];
  shots: number[];
  dashes: number;
  grenadeTicks: number;
}

function live(arena: Arena, seed: number, ticks: number): Lived {
  const random = createRandom(seed);
  const lived: Lived = { complaints: [], shots: WEAPONS.map(() => 0), dashes: 0, grenadeTicks: 0 };
  const complain = (what: string | null, tick: number): void => {
    if (what !== null && lived.complaints.length < 5) lived.complaints.push(`tick ${tick}: ${what}`);
  };
  const drones = Array.from({ length: DRONES }, (_, slot) => {
    const body = createBody();
    const spot = arena.spawns[slot % arena.spawns.length]!;
    reviveBody(body, spot.x, spot.y);
    return { body, hammer: createHammer(random), before: createBody(), slot };
  });
  const grenades: Grenade[] = [];
  const shot = createShot();
  const result = { dashed: false, fired: -1 };
  for (let tick = 0; tick < ticks; tick++) {
    const { body, hammer, before, slot } = drones[tick % DRONES]!;
    meddle(body, random, arena);
    for (const field of BODY_FIELDS) before[field] = body[field];
    const command = hammer();
    const { dashed, fired } = stepBody(body, command, arena, result);
    complain(checkPlace(body, before, arena, dashed, fired), tick);
    complain(checkCounts(body, before, arena, dashed, fired), tick);
    if (tick % 8 === slot % 8 && tick % 5 === 0) complain(lostOnTheWire(body), tick);
    if (dashed) lived.dashes += 1;
    if (fired >= 0) lived.shots[fired]! += 1;
    if (fired === LAUNCHER.id && grenades.length < GRENADES) {
      shotOf(arena, LAUNCHER, body, command.aim, slot, tick, 0, shot);
      grenades.push(launchGrenade(LAUNCHER, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 }));
    }
    if (tick % DRONES !== 0) continue;
    for (const grenade of grenades) {
      const energy = grenade.vx * grenade.vx + grenade.vy * grenade.vy;
      stepGrenade(arena, LAUNCHER, grenade);
      complain(checkGrenade(arena, grenade, energy), tick);
      lived.grenadeTicks += 1;
    }
    if (grenades[0] !== undefined && grenades[0].age >= LAUNCHER.fuseTicks) grenades.shift();
  }
  return lived;
}

describe("whatever is pressed and whatever happens, on every map", () => {
  test.each(ARENAS.map((arena, i) => [arena.name, arena, i] as const))(
    "nobody on %s is in a wall, too fast, nowhere, beyond the wire's ranges or short of a round",
    { timeout: 60_000 },
    (_name, arena, i) => {
      const ticks = Math.ceil(TICKS / ARENAS.length);
      const lived = live(arena, 100 + i, ticks);
      expect(lived.complaints).toEqual([]);
      for (const weapon of WEAPONS) expect(lived.shots[weapon.id], weapon.key).toBeGreaterThan(10);
      expect(lived.dashes).toBeGreaterThan(ticks / 1000);
      expect(lived.grenadeTicks).toBeGreaterThan(1000);
    },
  );
});
