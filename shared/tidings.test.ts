import { describe, expect, test } from "vitest";
import { TAU } from "./math/index.ts";
import type { ServerMessage, ServerMessages } from "./protocol.ts";
import { hear, packTidings, unpackTidings } from "./tidings.ts";

/** One of each, at places and angles as drones have them. */
const MESSAGES: ServerMessages = {
  kill: { killer: 3, victim: 4, weapon: 2, tick: 70_000, assists: [1, 2] },
  hit: { victim: 4, damage: 12, x: 100.5, y: 2047 + 31 / 32, seq: 65_535, fatal: true },
  hurt: { by: 3, damage: 12, angle: (12_345 / 65_536) * TAU },
  trace: { by: 3, weapon: 1, x: 12, y: 700, angle: 0, seq: 9, lengths: [300, 12] },
  heard: { what: "blast", weapon: 4, sector: 7, loudness: 4 },
  death: { by: 3, weapon: 1, x: 12.25, y: 0, pingMs: 40, rewindMs: 80 },
  blast: { by: 3, weapon: 4, x: 12, y: 13 },
  taken: { rack: 2, by: 255 },
  picked: { weapon: 1, by: 3, x: 12, y: 13 },
  medal: { slot: 3, medal: 1 },
  goal: { what: "packetHome", team: 1, by: 3 },
  moved: { team: 2 },
  stats: { final: true, players: [] },
  closing: { seconds: 3 },
  idle: { seconds: null },
};
const TYPES = Object.keys(MESSAGES) as ServerMessage[];

describe("what the server tells", () => {
  test.each(TYPES)("is read as it was said: %s", (type) => {
    const sent = JSON.parse(JSON.stringify(packTidings(type, MESSAGES[type])));
    expect(unpackTidings(type, sent)).toEqual(MESSAGES[type]);
  });

  test("goes without the names of its fields when it comes often", () => {
    expect(packTidings("hit", MESSAGES.hit)).toEqual([4, 12, 3216, 65_535, 65_535, true]);
    expect(packTidings("heard", MESSAGES.heard)).toEqual([1, 4, 7, 4]);
    expect(packTidings("moved", MESSAGES.moved)).toBe(MESSAGES.moved);
  });

  test("is rounded to the steps of the state, any angle to one of a turn", () => {
    for (const angle of [-0.3, -1e-9, 1.234567, TAU - 1e-9, TAU]) {
      const packed = packTidings("hurt", { by: 0, damage: 1, angle });
      const back = unpackTidings("hurt", packed).angle;
      expect(back).toBeGreaterThanOrEqual(0);
      expect(back).toBeLessThan(TAU);
      expect(Math.abs(Math.sin(back - angle))).toBeLessThan(1e-4);
      expect(Math.cos(back - angle)).toBeGreaterThan(0.99);
    }
    const { x } = unpackTidings("blast", packTidings("blast", { by: 0, weapon: 4, x: 10.01, y: 0 }));
    expect(x).toBe(10);
  });

  test("is heard by type, and refused when it is of another form", () => {
    const listeners = new Map<string, (packed: unknown) => void>();
    const heard: unknown[] = [];
    const room = {
      onMessage: (type: string, listener: (packed: unknown) => void) => listeners.set(type, listener),
    };
    hear(room, "medal", (medal) => heard.push(medal));
    listeners.get("medal")!([3, 1]);
    expect(heard).toEqual([MESSAGES.medal]);
    expect(() => listeners.get("medal")!([3])).toThrow('a message "medal" has 2 fields');
    expect(() => listeners.get("medal")!(MESSAGES.medal)).toThrow(RangeError);
  });
});
