/**
 * What the hook inside a tortured server can tell, each with what costs less: figures at once; memory after a garbage
 * collection; how many objects of each class live; and how many closures, which holds the server up for a second or more.
 */
export type Depth = "vitals" | "memory" | "objects" | "closures";

export interface Question {
  readonly id: number;
  readonly depth: Depth;
}

/** How a process is at the moment. Bytes, seconds and milliseconds. */
export interface Vitals {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly arrayBuffers: number;
  readonly cpuSeconds: number;
  /** Longest time that the event loop was held up since the last census, and its 99th percentile. */
  readonly loopMaxMs: number;
  readonly loopP99Ms: number;
}

/** Kinds of objects that leak when something leaks. */
export const OBJECT_KINDS = ["rooms", "views", "sockets", "players", "bolts", "pacers", "brains"] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** What lives in a process after a garbage collection. */
export interface Census extends Vitals {
  readonly objects: Readonly<Partial<Record<ObjectKind, number>>>;
  /** Rooms in the matchmaker's list, and connected clients by its count. */
  readonly listedRooms: number;
  readonly clients: number;
}

const MEBIBYTE = 1024 * 1024;

/** Bytes as MiB with one decimal. */
export function mib(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(1)} MiB`;
}

/** One line that says what lives. */
export function describeCensus(census: Census): string {
  const counted = OBJECT_KINDS.filter((kind) => census.objects[kind] !== undefined);
  const objects = counted.map((kind) => `${kind} ${census.objects[kind]}`).join(", ");
  const memory = `heap ${mib(census.heapUsed)}, rss ${mib(census.rss)}`;
  const who = `rooms listed ${census.listedRooms}, clients ${census.clients}`;
  return [memory, who, objects].filter((part) => part !== "").join("; ");
}

/** What is left over after everybody is gone, as complaints; empty when nothing is. */
export function leftovers(before: Census, after: Census): string[] {
  const complaints = OBJECT_KINDS.flatMap((kind) => {
    const more = (after.objects[kind] ?? 0) - (before.objects[kind] ?? 0);
    return more > 0 ? [`${more} ${kind} left over`] : [];
  });
  if (after.listedRooms > before.listedRooms) complaints.push(`${after.listedRooms} rooms still listed`);
  if (after.clients > before.clients) complaints.push(`${after.clients} clients still counted`);
  return complaints;
}
