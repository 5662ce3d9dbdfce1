import { afterEach, describe, expect, test } from "vitest";
import { settings } from "../settings/index.ts";
import type { Cue } from "../sound/cues.ts";
import { createHudStore } from "./store.ts";
import { createSubtitler, freshAt, SUBTITLE_MS, SUBTITLES, type Subtitle, withCue } from "./subtitles.ts";

const cue = (over: Partial<Cue> = {}): Cue => ({
  ...{ what: "shot", weapon: 0, who: "foe", bearing: 0, exact: true, loudness: 1, at: 0 },
  ...over,
});

function told(...cues: readonly Cue[]): readonly Subtitle[] {
  return cues.reduce<readonly Subtitle[]>((lines, one, i) => withCue(lines, one, i), []);
}

afterEach(() => settings.reset());

describe("subtitles", () => {
  test("of one kind from one direction are one line, which follows the newest", () => {
    const lines = told(cue(), cue({ bearing: 0.3, at: 90 }), cue({ bearing: -0.05 + 2 * Math.PI, at: 180 }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ id: 0, at: 180 });
  });

  test("from another direction, of another weapon or by somebody else are lines of their own", () => {
    expect(told(cue(), cue({ bearing: 1 }), cue({ weapon: 2 }), cue({ who: "friend" }))).toHaveLength(4);
    expect(told(cue({ bearing: null }), cue())).toHaveLength(2);
  });

  test("make room: the one that was silent for longest goes", () => {
    const kinds = ["blast", "bounce", "destroyed", "pickup", "hurt"] as const;
    const lines = told(...kinds.slice(0, SUBTITLES).map((what, at) => cue({ what, at })));
    const more = withCue(withCue(lines, cue({ what: "blast", at: 9 }), 8), cue({ what: "hurt", at: 10 }), 9);
    expect(more.map(({ what }) => what)).toEqual(["blast", "destroyed", "pickup", "hurt"]);
  });

  test("go when they could be read, and stay the same array until then", () => {
    const lines = told(cue(), cue({ what: "blast", at: 100 }));
    expect(freshAt(lines, SUBTITLE_MS - 1)).toBe(lines);
    expect(freshAt(lines, SUBTITLE_MS).map(({ what }) => what)).toEqual(["blast"]);
  });

  test("are told only to those who want them, and not of what the own hand does", () => {
    const store = createHudStore({ at: "playing" });
    const tell = createSubtitler(store);
    tell(cue());
    expect(store.subtitles.value).toEqual([]);
    settings.interface.subtitles.value = true;
    tell(cue({ who: "own" }));
    expect(store.subtitles.value).toEqual([]);
    tell(cue({ who: "own", what: "hurt" }));
    tell(cue());
    expect(store.subtitles.value.map(({ what }) => what)).toEqual(["hurt", "shot"]);
  });
});
