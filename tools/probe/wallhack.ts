/**
 * What a wallhack could read: plays a match among bots with a bare connection, decodes everything that the socket brings,
 * and holds each place of an enemy against what can be seen from where the own drone is or could be by now. It looks by
 * itself, ray by ray, and shares nothing with the server's sight but the map and the margins that are promised.
 */
import { type Arena, inSight } from "../../shared/arena/index.ts";
import { WEAPONS, weaponOf } from "../../shared/content/index.ts";
import { createRandom, TAU } from "../../shared/math/index.ts";
import { Button, createShot, STEER_MAX, shotFrom } from "../../shared/sim/index.ts";
import { type BoltState, isPlaced, placedX, placedY } from "../../shared/state/index.ts";
import { hear } from "../../shared/tidings.ts";
import { joinRaw, type RawClient, readArena } from "../headless/index.ts";
import type { Lab } from "./lab.ts";
import { type Finding, netNamed, type Probe } from "./probe.ts";

const ARENA = "yards";
const BOTS = 12;

/** px by which a drone may be ahead of what the server knows (five tiles and the way across its own), and ticks for which an older place counts. */
const AHEAD = 226;
const MEMORY_TICKS = 18;
/** px beside an enemy that are seen: sight works in tiles that a ray touches and the tiles beside them, two diagonals. */
const BESIDE = 91;
const BESIDE_GRID = 13;
/** px that are looked at on either side: half of the longest picture, the camera's lead and the margin. */
const REACH = 900;
/** px around an eye between two places that are tried. */
const GRID = 16;
/** Patches within which the server looks anew. */
const LOOKS = 2;
/** Enemies of which every one is checked at most so often, in ticks: neighbours in time say the same. */
const EVERY = 6;

/** Steps from a place to the next ones, and how long they are. */
const STEPS = [
  [1, 0, 1],
  [-1, 0, 1],
  [0, 1, 1],
  [0, -1, 1],
  [1, 1, Math.SQRT2],
  [1, -1, Math.SQRT2],
  [-1, 1, Math.SQRT2],
  [-1, -1, Math.SQRT2],
] as const;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What was received and what of it should not have been. */
interface Ledger {
  places: number;
  hidden: number;
  shots: number;
  readonly violations: string[];
}

/** Places to which a drone may have flown from one, itself first, over any way that is short enough. */
function eyesAround(arena: Arena, from: Place): Place[] {
  const eyes: { x: number; y: number; way: number }[] = [{ ...from, way: 0 }];
  const known = new Set(["0,0"]);
  for (const eye of eyes) {
    for (const [dx, dy, way] of STEPS) {
      const next = { x: eye.x + dx * GRID, y: eye.y + dy * GRID, way: eye.way + way * GRID };
      const key = `${Math.round((next.x - from.x) / GRID)},${Math.round((next.y - from.y) / GRID)}`;
      if (next.way > AHEAD || known.has(key) || !inSight(arena, eye.x, eye.y, next.x, next.y)) continue;
      known.add(key);
      eyes.push(next);
    }
  }
  return eyes;
}

/** Places beside an enemy that are looked at, itself first; close enough together for any gap between walls. */
const SIDES: Place[] = [{ x: 0, y: 0 }];
for (let x = -BESIDE; x <= BESIDE; x += BESIDE_GRID) {
  for (let y = -BESIDE; y <= BESIDE; y += BESIDE_GRID) {
    if (x * x + y * y <= BESIDE * BESIDE) SIDES.push({ x, y });
  }
}

/** Whether something at a place may be told to somebody who was at one of some places a moment ago. */
function mayKnow(arena: Arena, own: readonly Place[], place: Place): boolean {
  const near = own.filter(
    (from) => Math.abs(from.x - place.x) <= REACH && Math.abs(from.y - place.y) <= REACH,
  );
  const sees = (eye: Place): boolean =>
    SIDES.some((side) => inSight(arena, eye.x, eye.y, place.x + side.x, place.y + side.y));
  return near.some(sees) || near.some((from) => eyesAround(arena, from).some(sees));
}

/** Scratch of the audit. */
const shot = createShot();

/** px that a grenade may roll. */
const GRENADE_WAY = 600;

/** Reads the socket of one client for some seconds while it plays. */
async function audit(client: RawClient, arena: Arena, seconds: number): Promise<Ledger> {
  const { room } = client;
  const { state } = room;
  const random = createRandom(3);
  const ledger: Ledger = { places: 0, hidden: 0, shots: 0, violations: [] };
  const trail: (Place & { readonly tick: number })[] = [];
  const blame = (what: string): void => {
    ledger.violations.push(`tick ${state.tick}: ${what}`);
  };
  /** Where each enemy was in the patches before: it was seen there, and may have moved on since the last look. */
  const before = new Map<string, Place[]>();
  const check = (place: Place, what: string, earlier: readonly Place[] = []): void => {
    const here = trail.at(-1);
    if (here !== undefined && !inSight(arena, here.x, here.y, place.x, place.y)) ledger.hidden += 1;
    if (!mayKnow(arena, trail, place) && !earlier.some((other) => mayKnow(arena, trail, other)))
      blame(`${what} at ${place.x.toFixed(0)}, ${place.y.toFixed(0)}`);
  };

  const bolts = new Set<string>();
  /** A shot may be known of when anything of its way is seen. */
  const checkFlight = (bolt: BoltState): void => {
    const { dx, dy, reach } = shotFrom(arena, weaponOf(bolt.weapon), bolt, bolt.angle, shot);
    ledger.shots += 1;
    for (let at = 0; at <= Math.max(reach, GRENADE_WAY); at += GRID) {
      if (mayKnow(arena, trail, { x: bolt.x + dx * at, y: bolt.y + dy * at })) return;
    }
    blame(`a shot from ${bolt.x.toFixed(0)}, ${bolt.y.toFixed(0)}`);
  };

  room.onStateChange(() => {
    const self = state.players.get(room.sessionId);
    if (self === undefined) return;
    trail.push({ x: self.x, y: self.y, tick: state.tick });
    while (trail[0]!.tick < state.tick - MEMORY_TICKS) trail.shift();
    state.bolts.forEach((bolt, key) => {
      if (bolts.has(key) || bolt.owner === self.slot) return;
      bolts.add(key);
      checkFlight(bolt);
    });
    state.players.forEach((player, id) => {
      if (id === room.sessionId) return;
      const places = before.get(id) ?? [];
      before.set(id, places);
      if (!isPlaced(player)) {
        places.length = 0;
        return;
      }
      ledger.places += 1;
      const place = { x: placedX(player), y: placedY(player) };
      if ((state.tick + player.slot) % EVERY < 2) check(place, `${player.name}'s place`, places);
      places.push(place);
      if (places.length > LOOKS) places.shift();
    });
  });
  const own = (): number => state.players.get(room.sessionId)?.slot ?? -1;
  hear(room, "trace", ({ by, x, y, weapon }) => {
    ledger.shots += 1;
    if (by !== own()) check({ x, y }, `a ray of the ${WEAPONS[weapon]!.name}`);
  });
  hear(room, "blast", ({ by, x, y }) => {
    ledger.shots += 1;
    if (by !== own()) check({ x, y }, "an explosion");
  });
  hear(room, "picked", ({ by, x, y }) => {
    if (by !== own()) check({ x, y }, "a pick-up");
  });

  const input = room.input<{ mx: number; my: number; aim: number; buttons: number }>();
  const playing = setInterval(() => {
    if (random.next() < 0.05) {
      input.data.mx = random.int(2 * STEER_MAX + 1) - STEER_MAX;
      input.data.my = random.int(2 * STEER_MAX + 1) - STEER_MAX;
      input.data.aim = random.range(0, TAU);
      input.data.buttons = random.next() < 0.3 ? Button.fire : random.next() < 0.2 ? Button.dash : 0;
    }
    input.send();
  }, 1000 / 60);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  clearInterval(playing);
  return ledger;
}

/** @param seconds how long it listens */
export function createWallhack(name: string, seconds: number, whole: boolean): Probe {
  const nets = [netNamed("lan")];
  return {
    name,
    short: whole ? [] : nets,
    all: whole ? nets : [],
    anywhere: false,
    async run(lab: Lab, net): Promise<Finding[]> {
      const scene = await lab.open({ ARENA, FILL: String(BOTS), ROUND_SECONDS: "3600" }, net.shape);
      const client = await joinRaw(scene.endpoint, "Peeper");
      const ledger = await audit(client, await readArena(ARENA), seconds);
      await client.leave();
      await scene.close();
      const { places, hidden, shots, violations } = ledger;
      return [
        {
          claim: "nothing of an enemy is received that sight forbids",
          measured:
            `${seconds} s among ${BOTS} on ${ARENA}: ${places} places, ${shots} shots and explosions received, ` +
            `${hidden} of those looked at within the margin behind a wall, ${violations.length} violations` +
            (violations.length === 0 ? "" : `: ${violations.slice(0, 5).join("; ")}`),
          holds: violations.length === 0 && places > seconds,
        },
      ];
    },
  };
}
