import { describe, expect, it } from "vitest";
import { WeaponId } from "../../shared/content/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { createWorld } from "./blank.ts";
import { createNews } from "./news.ts";
import { aDrone } from "./testing.ts";
import type { WorldEvent } from "./worldEvents.ts";

const TRACE = { by: 1, weapon: 1, x: 10, y: 20, angle: 0, seq: 5, lengths: [100] };
const KILL = { killer: 1, victim: 2, weapon: 2, tick: 5, assists: [] };

function setUp() {
  let shownMs = 0;
  const world = createWorld(emptyArena(4, 4));
  let latestMs = 100;
  const news = createNews(world, { latestMs: () => latestMs, shownMs: () => shownMs });
  return {
    news,
    world,
    show(ms: number) {
      shownMs = ms;
    },
    /** The newest patch is of this server time. */
    patch(ms: number) {
      latestMs = ms;
    },
    /** What a frame at a time is told. */
    frame(now: number): WorldEvent[] {
      const told: WorldEvent[] = [];
      news.tell(now, (event) => told.push(event));
      return told;
    },
  };
}

describe("news", () => {
  it("of others waits for the picture, news of the own drone comes at once", () => {
    const { news, world, frame, show } = setUp();
    world.drones.push(aDrone({ slot: TRACE.by }));
    news.receive("trace", TRACE, 0);
    news.receive("hurt", { by: 1, damage: 5, angle: 0 }, 0);
    expect(frame(16).map(({ type }) => type)).toEqual(["hurt"]);
    show(120);
    expect(frame(120).map(({ type }) => type)).toEqual(["shot", "trace"]);
    expect(frame(136)).toEqual([]);
  });

  it("of a ray from out of sight has no muzzle", () => {
    const { news, world, frame, show } = setUp();
    world.drones.push(aDrone({ slot: TRACE.by, seen: false }));
    news.receive("trace", TRACE, 0);
    show(120);
    expect(frame(120).map(({ type }) => type)).toEqual(["trace"]);
  });

  it("of a sound is a direction and how loud it was, of 1", () => {
    const { news, frame } = setUp();
    news.receive("heard", { what: "blast", weapon: WeaponId.mine, sector: 3, loudness: 2 }, 0);
    expect(frame(16)).toEqual([
      { type: "heard", what: "blast", weapon: WeaponId.mine, sector: 3, loudness: 0.5 },
    ]);
  });

  it("of an explosion beside the own drone comes at once, of one far away with the picture", () => {
    const { news, world, frame, show } = setUp();
    world.self = aDrone({ slot: 9, self: true, x: 100, y: 100 });
    news.receive("blast", { by: 1, weapon: WeaponId.mine, x: 120, y: 100 }, 0);
    news.receive("blast", { by: 1, weapon: WeaponId.mine, x: 900, y: 100 }, 0);
    expect(frame(16)).toMatchObject([{ type: "blast", x: 120, radius: 98 }]);
    show(120);
    expect(frame(32)).toMatchObject([{ type: "blast", x: 900 }]);
  });

  it("of a distinction comes after the death that earned it, and knows whose it is", () => {
    const { news, world, frame, show } = setUp();
    world.self = aDrone({ slot: 1, self: true });
    news.receive("kill", KILL, 0);
    news.receive("medal", { slot: 1, medal: 0 }, 0);
    news.receive("medal", { slot: 2, medal: 3 }, 0);
    expect(frame(16)).toEqual([]);
    show(120);
    expect(frame(32)).toMatchObject([
      { type: "kill" },
      { type: "medal", own: true },
      { type: "medal", own: false },
    ]);
  });

  it("that piled up while no frame was drawn is dropped; the last deaths are told late", () => {
    const { news, frame, show } = setUp();
    for (let second = 0; second < 60; second++) {
      news.receive("trace", TRACE, second * 1000);
      news.receive("kill", KILL, second * 1000);
    }
    show(1_000_000);
    const told = frame(60_000);
    expect(told.map(({ type }) => type)).toEqual(["kill", "kill", "kill", "kill"]);
    expect(told.every((event) => event.type === "kill" && event.late)).toBe(true);
  });

  it("that a stall held back is told without its effects, but for those of the picture that is shown now", () => {
    const { news, frame, show, patch } = setUp();
    frame(0);
    for (const ms of [500, 1000, 1450]) {
      patch(ms);
      news.receive("trace", { ...TRACE, x: ms }, 16);
      news.receive("heard", { what: "shot", weapon: 0, sector: 0, loudness: 1 }, 16);
      news.receive("taken", { rack: ms, by: 1 }, 16);
    }
    show(1460);
    const told = frame(16);
    expect(told.filter(({ type }) => type === "taken")).toHaveLength(3);
    expect(told.filter(({ type }) => type === "heard")).toHaveLength(1);
    expect(told.filter((event) => event.type === "trace" && event.x < 1400)).toEqual([]);
    expect(told.some(({ type }) => type === "trace")).toBe(true);
  });

  it("is told on a slow machine as well, a frame or two late", () => {
    const { news, frame, show } = setUp();
    frame(0);
    news.receive("trace", TRACE, 10);
    show(100 + 180);
    expect(frame(200).map(({ type }) => type)).toContain("trace");
  });

  it("does not grow without end while no frame is drawn, and keeps the newest", () => {
    const { news, frame, show } = setUp();
    for (let i = 0; i < 10_000; i++) news.receive("taken", { rack: i, by: 1 }, 0);
    show(1_000_000);
    const told = frame(10);
    expect(told.length).toBeLessThanOrEqual(256);
    expect(told.at(-1)).toMatchObject({ type: "taken", rack: 9999 });
  });
});
