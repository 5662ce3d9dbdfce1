/**
 * The form in which messages of the server travel. Those of a fight come many times a second: they go as lists without the
 * names of their fields, places and angles as whole numbers of two bytes instead of eight. All others go as they are.
 */
import { TAU } from "./math/index.ts";
import type { ServerMessage, ServerMessages } from "./protocol.ts";

/** How a field travels: as it is, as 32nds of a px, as 65536ths of a turn, or as its place among the kinds of sound. */
type Form = "plain" | "place" | "angle" | "sound";

type Frequent = Exclude<ServerMessage, "goal" | "moved" | "stats" | "closing" | "idle">;

/** Steps of a px and of a turn: those of drones in the state, so that nothing is told finer or coarser than it is shown. */
const PLACE_STEPS = 32;
const ANGLE_STEPS = 0x10000;

const SOUNDS = ["shot", "blast"] as const satisfies readonly ServerMessages["heard"]["what"][];

/** The fields of each in the order in which they travel. */
const FORMS: { readonly [K in Frequent]: { readonly [F in keyof ServerMessages[K]]: Form } } = {
  kill: { killer: "plain", victim: "plain", weapon: "plain", tick: "plain", assists: "plain" },
  hit: { victim: "plain", damage: "plain", x: "place", y: "place", seq: "plain", fatal: "plain" },
  hurt: { by: "plain", damage: "plain", angle: "angle" },
  trace: {
    ...{ by: "plain", weapon: "plain", x: "place", y: "place" },
    ...{ angle: "angle", seq: "plain", lengths: "plain" },
  },
  heard: { what: "sound", weapon: "plain", sector: "plain", loudness: "plain" },
  death: { by: "plain", weapon: "plain", x: "place", y: "place", pingMs: "plain", rewindMs: "plain" },
  blast: { by: "plain", weapon: "plain", x: "place", y: "place" },
  taken: { rack: "plain", by: "plain" },
  picked: { weapon: "plain", by: "plain", x: "place", y: "place" },
  medal: { slot: "plain", medal: "plain" },
};

/** The same to go through. */
const FIELDS = new Map<ServerMessage, readonly (readonly [field: string, form: Form])[]>(
  Object.entries(FORMS).map(([type, forms]) => [type as Frequent, Object.entries(forms)]),
);

function packField(form: Form, value: unknown): unknown {
  switch (form) {
    case "place":
      return Math.round((value as number) * PLACE_STEPS);
    case "angle":
      return (Math.round(((value as number) / TAU) * ANGLE_STEPS) + ANGLE_STEPS) % ANGLE_STEPS;
    case "sound":
      return SOUNDS.indexOf(value as (typeof SOUNDS)[number]);
    default:
      return value;
  }
}

function unpackField(form: Form, value: unknown): unknown {
  switch (form) {
    case "place":
      return (value as number) / PLACE_STEPS;
    case "angle":
      return ((value as number) / ANGLE_STEPS) * TAU;
    case "sound":
      return SOUNDS[value as number];
    default:
      return value;
  }
}

/** What is sent of a message. Angles are within a turn of 0. */
export function packTidings<K extends ServerMessage>(type: K, data: ServerMessages[K]): unknown {
  const fields = FIELDS.get(type);
  if (fields === undefined) return data;
  return fields.map(([field, form]) => packField(form, data[field as keyof typeof data]));
}

/** The message of which this was sent. */
export function unpackTidings<K extends ServerMessage>(type: K, packed: unknown): ServerMessages[K] {
  const fields = FIELDS.get(type);
  if (fields === undefined) return packed as ServerMessages[K];
  if (!Array.isArray(packed) || packed.length !== fields.length)
    throw new RangeError(`a message "${type}" has ${fields.length} fields`);
  return Object.fromEntries(
    fields.map(([field, form], i) => [field, unpackField(form, packed[i])]),
  ) as unknown as ServerMessages[K];
}

/** What is needed of a room of the SDK. */
interface Speaker {
  onMessage(type: string, listener: (packed: unknown) => void): unknown;
}

/** Listens to a message of the server. */
export function hear<K extends ServerMessage>(
  room: Speaker,
  type: K,
  listener: (data: ServerMessages[K]) => void,
): void {
  room.onMessage(type, (packed) => listener(unpackTidings(type, packed)));
}
