import { describe, expect, it } from "vitest";
import type { SoundKey } from "../recipes/index.ts";
import { createMixer, type Mixer, Rank, type Wish } from "./mixer.ts";

/** A speaker that notes down what it is to play; each sound lasts a second. */
function openMixer(): { mixer: Mixer; played: Wish[]; stopped: Wish[] } {
  const played: Wish[] = [];
  const stopped: Wish[] = [];
  const speaker = {
    start(wish: Wish) {
      played.push(wish);
      return { seconds: 1, stop: () => void stopped.push(wish) };
    },
  };
  return { mixer: createMixer(speaker, 1), played, stopped };
}

function aWish(changes: Partial<Wish> = {}): Wish {
  return { sound: "impactWall", rank: Rank.other, gain: 0.5, pan: 0, muffled: false, pitch: 1, ...changes };
}

/** Sounds that differ, so that none holds back another. */
const MANY: readonly SoundKey[] = [
  ...(["pulseShot", "burstShot", "scatterShot", "railShot", "launcherShot", "minePlaced"] as const),
  ...(["impactWall", "impactDrone", "grenadeBounce", "blast", "dash", "destroyed"] as const),
];

/** Fills all 24 voices: the sounds of `MANY`, and again when their gap is over. */
function fill(mixer: Mixer, rank: Rank, gain: number): void {
  for (const at of [0, 200]) for (const sound of MANY) mixer.play(aWish({ sound, rank, gain }), at);
}

describe("what is heard at a time", () => {
  it("is no more than 24 sounds, and as many again when those are over", () => {
    const { mixer, played } = openMixer();
    fill(mixer, Rank.other, 0.5);
    expect(mixer.count(200)).toBe(24);
    expect(mixer.play(aWish({ sound: "respawn" }), 300)).toBeNull();
    expect(mixer.count(1000)).toBe(12);
    expect(mixer.count(1200)).toBe(0);
    expect(mixer.play(aWish({ sound: "respawn" }), 1200)).not.toBeNull();
    expect(played).toHaveLength(25);
  });

  it("gives way to what matters more: the oldest of the least important goes", () => {
    const { mixer, stopped } = openMixer();
    fill(mixer, Rank.other, 0.5);
    expect(mixer.play(aWish({ sound: "hurt", rank: Rank.onMe, gain: 0.1 }), 300)).not.toBeNull();
    expect(stopped.map(({ sound }) => sound)).toEqual(["pulseShot"]);
    expect(mixer.play(aWish({ sound: "respawn", gain: 0.9 }), 300)).not.toBeNull();
    expect(stopped.map(({ sound }) => sound)).toEqual(["pulseShot", "burstShot"]);
    expect(mixer.count(300)).toBe(24);
  });

  it("never costs the own hand its sound for something far away", () => {
    const { mixer, stopped } = openMixer();
    fill(mixer, Rank.own, 0.3);
    expect(mixer.play(aWish({ sound: "respawn", gain: 1 }), 300)).toBeNull();
    expect(mixer.play(aWish({ sound: "hurt", rank: Rank.onMe, gain: 1 }), 300)).toBeNull();
    expect(stopped).toEqual([]);
  });
});

describe("a sound", () => {
  it("is not heard again within its gap, but the own one is when it was somebody else's before", () => {
    const { mixer, played } = openMixer();
    const shot = aWish({ sound: "pulseShot" });
    mixer.play(shot, 0);
    mixer.play(shot, 20);
    expect(played).toHaveLength(1);
    mixer.play({ ...shot, rank: Rank.own }, 20);
    expect(played).toHaveLength(2);
    mixer.play(shot, 24);
    expect(played).toHaveLength(3);
  });

  it("that nobody would hear takes no voice", () => {
    const { mixer, played } = openMixer();
    expect(mixer.play(aWish({ gain: 0.01 }), 0)).toBeNull();
    expect(played).toEqual([]);
  });

  it("that the speaker could not play does not hold back the next one", () => {
    let silent = true;
    const mixer = createMixer({ start: () => (silent ? null : { seconds: 1, stop: () => {} }) }, 1);
    expect(mixer.play(aWish(), 0)).toBeNull();
    silent = false;
    expect(mixer.play(aWish(), 1)).not.toBeNull();
    expect(mixer.count(1)).toBe(1);
  });

  it("differs a little in pitch each time, the same little for the same seed, and not at all for signals", () => {
    const pitches = (sound: SoundKey): number[] => {
      const { mixer, played } = openMixer();
      for (let i = 0; i < 20; i++) mixer.play(aWish({ sound, pitch: 1.5 }), i * 2000);
      return played.map(({ pitch }) => pitch);
    };
    const shots = pitches("pulseShot");
    expect(new Set(shots).size).toBe(20);
    expect(Math.min(...shots)).toBeGreaterThan(1.5 * 0.959);
    expect(Math.max(...shots)).toBeLessThan(1.5 * 1.041);
    expect(pitches("pulseShot")).toEqual(shots);
    expect(new Set(pitches("countdown"))).toEqual(new Set([1.5]));
  });
});
