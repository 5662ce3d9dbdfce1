/** What the server says of itself (server/metrics), read and told apart from what it said a second ago. */

/** A figure of the text form of Prometheus, by its name with its labels. */
type Samples = ReadonlyMap<string, number>;

/** Reads the text form: comments and empty lines aside, each line is a name with labels and a number. */
export function readSamples(text: string): Samples {
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name, value] = /^(\S+?(?:\{.*\})?)\s+(\S+)(?:\s+\d+)?$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined)
      samples.set(name, Number(value.replace("Inf", "Infinity")));
  }
  return samples;
}

/** A range of a histogram: its upper end in ms, and how often it was hit. */
export interface Range {
  readonly uptoMs: number;
  readonly count: number;
}

/** What the server did since the last look. */
export interface ServerSecond {
  readonly ticks: readonly Range[];
  readonly late: readonly Range[];
  readonly doubled: number;
  /** Part of one core that its process took. */
  readonly cpu: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly rooms: number;
  readonly players: number;
  /** p99 of the delay of its event loop, in ms. */
  readonly loopMs: number;
}

/** Beyond the last range that is told, in ms: what is known is only that it was longer. */
const BEYOND_MS = 2000;

/** How often each range of a histogram was hit between two looks. */
export function rangesSince(before: Samples, now: Samples, name: string): Range[] {
  const ranges: Range[] = [];
  let below = 0;
  const prefix = `${name}_bucket{le="`;
  for (const [key, value] of now) {
    if (!key.startsWith(prefix)) continue;
    // Each counts all that took at most so long, those of the ranges before it too.
    const upto = value - (before.get(key) ?? 0);
    const bound = key.slice(prefix.length, -2);
    if (upto > below)
      ranges.push({ uptoMs: bound === "+Inf" ? BEYOND_MS : Number(bound) * 1000, count: upto - below });
    below = upto;
  }
  return ranges;
}

/** What changed from one look to the next, so many seconds apart. */
export function compare(before: Samples, now: Samples, seconds: number): ServerSecond {
  const value = (name: string): number => now.get(name) ?? Number.NaN;
  const grown = (name: string): number => value(name) - (before.get(name) ?? 0);
  return {
    ticks: rangesSince(before, now, "crosswire_step_seconds"),
    late: rangesSince(before, now, "crosswire_step_late_seconds"),
    doubled: grown("crosswire_steps_doubled_total"),
    cpu: grown("process_cpu_seconds_total") / seconds,
    rssBytes: value("process_resident_memory_bytes"),
    heapBytes: value("nodejs_heap_size_used_bytes"),
    rooms: value("crosswire_rooms"),
    players: value("crosswire_players"),
    loopMs: value("nodejs_eventloop_lag_p99_seconds") * 1000,
  };
}

/** Asks a server for its figures again and again. */
export interface Scraper {
  /** What it did since the last time; null for the first time, and when it does not answer. */
  look(): Promise<ServerSecond | null>;
}

/** ms that an answer may take: beyond that the server has other worries. */
const PATIENCE_MS = 900;

export function createScraper(url: string): Scraper {
  let before: { readonly samples: Samples; readonly at: number } | null = null;
  return {
    async look() {
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
        if (!answer.ok) return null;
        const now = { samples: readSamples(await answer.text()), at: performance.now() };
        const last = before;
        before = now;
        return last === null ? null : compare(last.samples, now.samples, (now.at - last.at) / 1000);
      } catch {
        return null;
      }
    },
  };
}
