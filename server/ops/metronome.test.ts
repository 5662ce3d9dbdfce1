import { describe, expect, it } from "vitest";
import { createMetronome } from "./metronome.ts";

const PERIOD = 10;

/** A metronome on a clock of the test's own, whose timers are exact. */
function setUp() {
  let time = 1000;
  let pending: { then: () => void; at: number } | null = null;
  let wakes = 0;
  const metronome = createMetronome({
    now: () => time,
    wake(then, ms) {
      if (pending !== null) throw new Error("two calls are pending");
      pending = { then, at: time + Math.max(0, ms) };
      wakes += 1;
    },
  });
  return {
    metronome,
    wakes: () => wakes,
    asleep: () => pending === null,
    /** The process does something else for so long. */
    hold: (ms: number) => {
      time += ms;
    },
    /** Lets time go by, and everything happen that is due on the way. */
    run(ms: number) {
      const until = time + ms;
      while (pending !== null && pending.at <= until) {
        const { then, at } = pending;
        pending = null;
        time = Math.max(time, at);
        then();
      }
      time = Math.max(time, until);
    },
    /** Joins a member that notes its deadlines, and how late each was. */
    member(cycle = 1, took = 0) {
      const beats: { dueAt: number; late: number; behind: number }[] = [];
      const leave = metronome.join(
        (dueAt, behind) => {
          beats.push({ dueAt, late: time - dueAt, behind });
          time += took;
        },
        PERIOD,
        cycle,
      );
      return { beats, leave };
    },
  };
}

describe("the metronome", () => {
  it("keeps to absolute deadlines, whatever a beat takes", () => {
    const { member, run } = setUp();
    const { beats } = member(1, 7);
    run(10_000);
    expect(beats.length).toBeGreaterThanOrEqual(999);
    beats.forEach(({ dueAt }, i) => {
      expect(dueAt).toBe(beats[0]!.dueAt + i * PERIOD);
    });
    expect(Math.max(...beats.map(({ late }) => late))).toBe(0);
  });

  it("spreads its members over the cycle, and gives a place away again", () => {
    const { member, run } = setUp();
    const members = Array.from({ length: 32 }, () => member(2));
    run(100);
    const places = members.map(({ beats }) => beats[0]!.dueAt % (2 * PERIOD)).sort((a, b) => a - b);
    places.forEach((place, i) => {
      expect(place).toBeCloseTo((i / 32) * 2 * PERIOD);
    });
    members[5]!.leave();
    const after = member(2);
    run(100);
    expect(after.beats[0]!.dueAt % 20).toBeCloseTo(members[5]!.beats[0]!.dueAt % 20);
  });

  it("makes up for five beats at most, one after the other, and says how many follow", () => {
    const { member, hold, run } = setUp();
    const { beats } = member();
    run(20);
    const before = beats.length;
    hold(45);
    run(1);
    const made = beats.slice(before);
    expect(made.map(({ behind }) => behind)).toEqual([3, 2, 1, 0]);
    hold(1003);
    run(1);
    const after = beats.slice(before + made.length);
    expect(after.slice(0, 5).map(({ behind }) => behind)).toEqual([4, 3, 2, 1, 0]);
    expect(after.at(-1)!.late).toBeLessThan(PERIOD);
    const whole = (beats.at(-1)!.dueAt - beats[0]!.dueAt) / PERIOD;
    expect(whole).toBeCloseTo(Math.round(whole));
  });

  it("lets input be read in between, even when its members take more time than there is", () => {
    const { member, run, wakes } = setUp();
    const slow = member(1, 8);
    const other = member(1, 8);
    const before = wakes();
    run(1000);
    expect(slow.beats.length + other.beats.length).toBeLessThan(150);
    expect(Math.abs(slow.beats.length - other.beats.length)).toBeLessThan(6);
    expect(wakes() - before).toBeGreaterThan(10);
  });

  it("sleeps without members, also when one leaves in its own beat", () => {
    const { metronome, asleep, run } = setUp();
    expect(asleep()).toBe(true);
    let beats = 0;
    const leave = metronome.join(
      () => {
        beats += 1;
        leave();
      },
      PERIOD,
      1,
    );
    run(100);
    expect(beats).toBe(1);
    expect(asleep()).toBe(true);
  });

  it("goes on after a beat that throws", () => {
    const { metronome, member, run } = setUp();
    metronome.join(
      () => {
        throw new Error("a member failed");
      },
      PERIOD,
      1,
    );
    const { beats } = member();
    for (let i = 0; i < 20; i++) {
      try {
        run(PERIOD);
      } catch {
        // Belongs to whoever beats.
      }
    }
    expect(beats.length).toBeGreaterThan(10);
  });

  it("looks for input once after a pause, before it makes up for it", () => {
    let time = 1000;
    const asked: { then: () => void; ms: number }[] = [];
    const wake = (then: () => void, ms: number): void => void asked.push({ then, ms });
    const metronome = createMetronome({ now: () => time, wake });
    let beats = 0;
    metronome.join(() => beats++, PERIOD, 1);
    time += 4 * PERIOD;
    asked.pop()!.then();
    expect(beats).toBe(0);
    expect(asked.map(({ ms }) => ms)).toEqual([0]);
    asked.pop()!.then();
    expect(beats).toBeGreaterThan(2);
    // Punctual again: nothing comes before the beat.
    const { then, ms } = asked.pop()!;
    time += ms;
    const before = beats;
    then();
    expect(beats).toBe(before + 1);
  });
});
