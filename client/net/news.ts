/** What the server tells besides the state: put into the words of the world, and kept for the frame that shows it. */
import { weaponOf } from "../../shared/content/index.ts";
import type { ServerMessage, ServerMessages } from "../../shared/protocol.ts";
import { FAR_AWAY, farness } from "./nearness.ts";
import { tracesOf } from "./shots.ts";
import type { Timeline } from "./timeline.ts";
import type { World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Effects older than this, in ms, are not shown any more: they piled up while the page was hidden. */
export const STALE_MS = 300;

/** Effects that the picture has passed by this much, in ms, are not shown either: it has jumped, as after a stall. */
const PASSED_MS = 100;

/** Frames further apart than this, in ms, are a pause; up to it a slow machine may draw an effect a frame or two late. */
const PAUSE_MS = 250;

/** Events that are over in a moment: those of a time that is not shown are neither shown nor heard any more. */
export const MOMENTARY: ReadonlySet<WorldEvent["type"]> = new Set([
  "shot",
  "trace",
  "impact",
  "dry",
  "dash",
  "bounce",
  "blast",
  "heard",
]);

/** Deaths are still told, as late ones, for so long: the feed of the HUD speaks of the last seconds. In ms. */
const NEWS_MS = 5000;

/** Events that wait for a frame; beyond it the oldest go. A hidden page has no frames, but may stay hidden for hours. */
const QUEUE_LENGTH = 256;

/** An event that waits for the next frame. */
interface Received {
  readonly at: number;
  /** Server time in ms that the picture must have reached; 0 for at once. */
  readonly due: number;
  /** Server time in ms that it is of. */
  readonly made: number;
  readonly event: WorldEvent;
}

/** What becomes of a message: events, and whether they wait for the picture of others or come at once. */
interface Told {
  readonly events: WorldEvent[];
  readonly inPicture: boolean;
}

/** The loudness that the server counts up to. */
const LOUDEST = 4;

/** A message that becomes events; the others change the world itself. */
export type NewsMessage = Exclude<ServerMessage, "stats" | "closing" | "idle">;

function atOnce(...events: WorldEvent[]): Told {
  return { events, inPicture: false };
}

function isOwn(world: World, slot: number): boolean {
  return world.self?.slot === slot;
}

/** An explosion that no drawn grenade announces is seen when what is near it is: near ones in the present. */
function tellBlast(blast: ServerMessages["blast"], world: World): Told {
  const weapon = weaponOf(blast.weapon);
  const radius = "blast" in weapon ? weapon.blast.radius : 0;
  const { self } = world;
  const away = self?.alive ? Math.hypot(blast.x - self.x, blast.y - self.y) : FAR_AWAY;
  return { events: [{ type: "blast", ...blast, radius }], inPicture: farness(away) > 0.5 };
}

function tellKill(kill: ServerMessages["kill"], world: World): Told {
  const { killer, weapon, assists } = kill;
  const victim = world.drones.find((drone) => drone.slot === kill.victim);
  const place = { x: victim?.x ?? 0, y: victim?.y ?? 0 };
  return {
    events: [{ type: "kill", killer, victim: kill.victim, weapon, assists, ...place, late: false }],
    inPicture: victim?.self !== true,
  };
}

/** Each message in the words of the world. */
const TRANSLATIONS: { readonly [K in NewsMessage]: (data: ServerMessages[K], world: World) => Told } = {
  hit: ({ victim, damage, fatal, x, y }) => atOnce({ type: "hit", victim, damage, fatal, x, y }),
  hurt: (hurt) => atOnce({ type: "hurt", ...hurt }),
  taken: (taken, world) => atOnce({ type: "taken", ...taken, own: isOwn(world, taken.by) }),
  picked: (picked, world) => atOnce({ type: "picked", ...picked, own: isOwn(world, picked.by) }),
  heard: ({ what, weapon, sector, loudness }) =>
    atOnce({ type: "heard", what, weapon, sector, loudness: loudness / LOUDEST }),
  death: (death) => atOnce({ type: "death", ...death }),
  goal: (goal) => atOnce({ type: "goal", ...goal }),
  moved: (moved) => atOnce({ type: "moved", ...moved }),
  // A distinction comes after the death that earned it.
  medal: (medal, world) => ({
    events: [{ type: "medal", ...medal, own: isOwn(world, medal.slot) }],
    inPicture: true,
  }),
  trace: (trace, world) => ({ events: tracesOf(world, trace), inPicture: true }),
  kill: tellKill,
  blast: tellBlast,
};

/** The messages that become events. */
export const NEWS = Object.keys(TRANSLATIONS) as readonly NewsMessage[];

export interface News {
  /** @param now performance.now() */
  receive<K extends NewsMessage>(type: K, data: ServerMessages[K], now: number): void;
  /** Hands out what is due in this frame; of what piled up while the page was hidden only late deaths. */
  tell(now: number, emit: (event: WorldEvent) => void): void;
}

export function createNews(world: World, timeline: Pick<Timeline, "latestMs" | "shownMs">): News {
  const received: Received[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  const isPassed = ({ due, made, event }: Received, frameMs: number): boolean => {
    if (!MOMENTARY.has(event.type)) return false;
    const lateMs = due > 0 ? timeline.shownMs() - due : timeline.latestMs() - made;
    return lateMs > (frameMs < PAUSE_MS ? Math.max(PASSED_MS, 2 * frameMs) : PASSED_MS);
  };
  return {
    receive(type, data, now) {
      const { events, inPicture } = TRANSLATIONS[type](data, world);
      const made = timeline.latestMs();
      for (const event of events) received.push({ at: now, due: inPicture ? made : 0, made, event });
      if (received.length > QUEUE_LENGTH) received.splice(0, received.length - QUEUE_LENGTH);
    },
    tell(now, emit) {
      const frameMs = now - toldAt;
      toldAt = now;
      let kept = 0;
      for (const item of received) {
        const age = now - item.at;
        if (item.due > timeline.shownMs() && age < NEWS_MS) received[kept++] = item;
        else if (age < STALE_MS && !isPassed(item, frameMs)) emit(item.event);
        else if (item.event.type === "kill" && age < NEWS_MS) emit({ ...item.event, late: true });
      }
      received.length = kept;
    },
  };
}
