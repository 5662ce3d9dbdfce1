/** Important sounds as lines of text: which are told, which are one, and for how long. */
import { settings } from "../settings/index.ts";
import type { Cue } from "../sound/cues.ts";
import type { HudStore } from "./store.ts";

/** How long a line stays after its sound, in ms, and how many there is room for. */
export const SUBTITLE_MS = 2600;
export const SUBTITLES = 4;

/** Sounds closer together than this, in radians, come from one direction: half of a sector. */
const ONE_DIRECTION = Math.PI / 8;

/** A line; the newest sound of its kind decides what it shows. */
export interface Subtitle extends Cue {
  readonly id: number;
}

/** What the own hand has done needs no telling: the player knows, and its lines would push out the others. */
const OWN_DOINGS: ReadonlySet<Cue["what"]> = new Set(["shot", "charge", "dash", "minePlaced", "respawn"]);

function sameDirection(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn) <= ONE_DIRECTION;
}

function isSame(a: Cue, b: Cue): boolean {
  return a.what === b.what && a.weapon === b.weapon && a.who === b.who && sameDirection(a.bearing, b.bearing);
}

/** The lines with one more sound: in the line of those like it, or in a new one, for which the oldest makes room. */
export function withCue(lines: readonly Subtitle[], cue: Cue, id: number): readonly Subtitle[] {
  const place = lines.findIndex((line) => isSame(line, cue));
  if (place >= 0) return lines.with(place, { ...cue, id: lines[place]!.id });
  const oldest = lines.length < SUBTITLES ? null : lines.reduce((a, b) => (b.at < a.at ? b : a));
  return [...lines.filter((line) => line !== oldest), { ...cue, id }];
}

/** The lines that are still to be read: the very same array when all of them are. */
export function freshAt(lines: readonly Subtitle[], now: number): readonly Subtitle[] {
  const isFresh = ({ at }: Subtitle): boolean => now - at < SUBTITLE_MS;
  return lines.every(isFresh) ? lines : lines.filter(isFresh);
}

/** Takes sounds for the lines of a store, while the player wants any. */
export function createSubtitler(store: HudStore): (cue: Cue) => void {
  let nextId = 1;
  return (cue) => {
    if (!settings.interface.subtitles.peek()) return;
    if (cue.who === "own" && OWN_DOINGS.has(cue.what)) return;
    store.subtitles.value = withCue(freshAt(store.subtitles.peek(), cue.at), cue, nextId++);
  };
}
