/**
 * What a wallhack could read: plays a match among bots with a bare connection, decodes everything that the socket brings,
 * and holds each place of an enemy against what can be seen from where the own drone is or could be by now. It looks by
 * itself, ray by ray, and shares nothing with the server's sight but the map and the margins that are promised.
 */
import { type Arena, inSight } from "../../shared/arena/index.ts";
import { WEAPONS, weaponOf } from "../../shared/content/index.ts";
import { createRandom, TAU } from "../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../shared/sim/index.ts";
import { type BoltState, isPlaced, placedX, placedY } from "../../shared/state/index.ts";
import { hear } from "../../shared/tidings.ts";
import { joinRaw, type RawClient, readArena } from "../headless/index.ts";
import { createKnowable, type Place, wayOf } from "./knowable.ts";
import type { Lab } from "./lab.ts";
import { type Finding, netNamed, type Probe } from "./probe.ts";

const ARENA = "yards";
const BOTS = 12;

/** Patches within which the server looks anew. */
const LOOKS = 2;
/** Enemies of which every one is checked at most so often, in ticks: neighbours in time say the same. */
const EVERY = 6;

/** Ticks for which an older place of the own drone counts. */
const MEMORY_TICKS = 18;

/** Something that was received, to be judged when all is over: the rays take longer than a player may be silent. */
interface Received {
  readonly tick: number;
  readonly what: string;
  /** Where it is, and where else it may have been seen: one of them is enough. */
  readonly places: readonly Place[];
  /** Where the own drone was a moment ago, the latest last. */
  readonly own: readonly Place[];
}

interface Log {
  /** Places of others, of which a part is judged. */
  places: number;
  shots: number;
  readonly received: Received[];
}

/** Plays for some seconds and writes down what the socket brings. Rejects when the connection ends before. */
async function listen(client: RawClient, arena: Arena, seconds: number): Promise<Log> {
  const { room } = client;
  const { state } = room;
  const random = createRandom(3);
  const log: Log = { places: 0, shots: 0, received: [] };
  const trail: (Place & { readonly tick: number })[] = [];
  const note = (what: string, places: readonly Place[]): void => {
    log.received.push({ tick: state.tick, what, places, own: [...trail] });
  };
  /** Where each enemy was in the patches before: it was seen there, and may have moved on since the last look. */
  const before = new Map<string, Place[]>();
  const bolts = new Set<string>();

  const noteBolts = (ownSlot: number): void => {
    state.bolts.forEach((bolt: BoltState, key: string) => {
      if (bolts.has(key) || bolt.owner === ownSlot) return;
      bolts.add(key);
      log.shots += 1;
      note(`a shot of the ${weaponOf(bolt.weapon).name}`, wayOf(arena, bolt));
    });
  };
  room.onStateChange(() => {
    const self = state.players.get(room.sessionId);
    if (self === undefined) return;
    trail.push({ x: self.x, y: self.y, tick: state.tick });
    while (trail[0]!.tick < state.tick - MEMORY_TICKS) trail.shift();
    noteBolts(self.slot);
    state.players.forEach((player, id) => {
      if (id === room.sessionId) return;
      const earlier = before.get(id) ?? [];
      before.set(id, earlier);
      if (!isPlaced(player)) {
        earlier.length = 0;
        return;
      }
      log.places += 1;
      const place = { x: placedX(player), y: placedY(player) };
      if ((state.tick + player.slot) % EVERY < 2) note(`${player.name}'s place`, [place, ...earlier]);
      earlier.push(place);
      if (earlier.length > LOOKS) earlier.shift();
    });
  });
  const own = (): number => state.players.get(room.sessionId)?.slot ?? -1;
  hear(room, "trace", ({ by, x, y, weapon }) => {
    log.shots += 1;
    if (by !== own()) note(`a ray of the ${WEAPONS[weapon]!.name}`, [{ x, y }]);
  });
  hear(room, "blast", ({ by, x, y }) => {
    log.shots += 1;
    if (by !== own()) note("an explosion", [{ x, y }]);
  });
  hear(room, "picked", ({ by, x, y }) => {
    if (by !== own()) note("a pick-up", [{ x, y }]);
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
  const over = new Promise<null>((resolve) => setTimeout(() => resolve(null), seconds * 1000));
  const code = await Promise.race([over, client.closed]);
  clearInterval(playing);
  if (code !== null) throw new Error(`the connection ended with ${code}`);
  return log;
}

/** What was received and what of it should not have been. */
interface Verdict {
  /** Of what was judged, what no straight line leads to. */
  hidden: number;
  readonly violations: readonly string[];
}

function judge({ received }: Log, arena: Arena): Verdict {
  const knowable = createKnowable(arena);
  const violations: string[] = [];
  let hidden = 0;
  for (const { tick, what, places, own } of received) {
    const [place] = places;
    const here = own.at(-1);
    if (here !== undefined && !inSight(arena, here.x, here.y, place!.x, place!.y)) hidden += 1;
    if (places.some((each) => knowable.from(own, each))) continue;
    violations.push(`tick ${tick}: ${what} at ${place!.x.toFixed(0)}, ${place!.y.toFixed(0)}`);
  }
  return { hidden, violations };
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
      const arena = await readArena(ARENA);
      let log: Log;
      try {
        log = await listen(client, arena, seconds);
      } finally {
        await client.leave();
        await scene.close();
      }
      const { places, shots } = log;
      const { hidden, violations } = judge(log, arena);
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
