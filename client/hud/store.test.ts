import { effect } from "@preact/signals";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ItemKind, MEDALS, ModeId, TeamId, WeaponId } from "../../shared/content/index.ts";
import type { WorldEvent } from "../net/index.ts";
import { remember } from "../settings/index.ts";
import { speak } from "../words/index.ts";
import { FEED_MS } from "./feed.ts";
import { GAIN_MS, NOTICE_MS } from "./notices.ts";
import { createRecorder } from "./record.ts";
import { createRefresher, GO_MS, KILL_POP_MS, WOUND_MS } from "./refresh.ts";
import { createHudStore, type HudStore } from "./store.ts";
import { drone, record, twoPlayers } from "./testing.ts";

beforeAll(() => speak("en"));
// The first visit, whatever other tests have done.
beforeEach(() => remember("hints", ""));

function setUp() {
  const world = twoPlayers();
  const store: HudStore = createHudStore({ at: "playing" });
  const looks = { rows: false, asked: 0 };
  const { refresh } = createRefresher(store, {
    wantsRows: () => looks.rows,
    tellsTrouble: true,
    askRecords: () => {
      looks.asked += 1;
    },
  });
  const recorder = createRecorder(store);
  refresh(world, 0);
  const tell = (event: WorldEvent, now = 0) => recorder.record(event, world, now);
  return { world, store, looks, refresh, tell };
}

const KILL: WorldEvent = {
  type: "kill",
  killer: 1,
  victim: 0,
  weapon: 1,
  assists: [],
  x: 0,
  y: 0,
  late: false,
};

test("a frame in which nothing changed wakes nobody", () => {
  const { world, store, looks, refresh } = setUp();
  looks.rows = true;
  world.packets.push({ team: TeamId.azure, x: 0, y: 0, home: false, carrier: 1, returnsIn: 0 });
  world.round.choices.push({ arena: "foundry", mode: ModeId.ffa, votes: 1 });
  world.spectators.push({ id: "a", name: "Odo", connected: true });
  refresh(world, 200);
  let runs = 0;
  const stop = effect(() => {
    for (const value of Object.values(store)) if ("peek" in value) void value.value;
    for (const arm of store.arms) void [arm.carried.value, arm.loaded.value, arm.spare.value];
    for (const score of store.teamScores) void score.value;
    runs += 1;
  });
  // Pings are drawn as a graph, a new one every half second.
  for (let now = 216; now < 480; now += 16) refresh(world, now);
  stop();
  expect(runs).toBe(1);
});

test("the death screen tells who it was and what they had dealt in this life", () => {
  const { store, tell } = setUp();
  tell({ type: "hurt", by: 1, damage: 33, angle: 1 });
  tell({ type: "hurt", by: 1, damage: 67, angle: 1 });
  tell(KILL);
  expect(store.death.value).toEqual({
    killer: { slot: 1, name: "Player 1", self: false, team: 0 },
    weapon: 1,
    hits: 2,
    damage: 100,
    link: null,
  });
});

test("the death screen tells how it looked to a killer who has a screen, and nothing about a bot's", () => {
  const { world, store, tell } = setUp();
  const death: WorldEvent = { type: "death", by: 1, weapon: 1, x: 5, y: 6, pingMs: 80, rewindMs: 120 };
  tell(KILL);
  tell(death);
  expect(store.death.value).toMatchObject({ killer: { slot: 1 }, link: { pingMs: 80, rewindMs: 120 } });
  world.drones[1]!.bot = true;
  tell(KILL);
  tell(death);
  expect(store.death.value?.link).toBeNull();
});

test("the death screen outlives the frame before the state shows the death, and ends with the respawn", () => {
  const { world, store, refresh, tell } = setUp();
  tell(KILL);
  refresh(world, 16);
  expect(store.death.value).not.toBeNull();
  world.self.alive = false;
  refresh(world, 32);
  expect(store.death.value).not.toBeNull();
  world.self.alive = true;
  refresh(world, 48);
  expect(store.death.value).toBeNull();
});

test("who destroys oneself has no killer in the feed", () => {
  const { store, tell } = setUp();
  tell({ ...KILL, killer: 0, victim: 0 });
  expect(store.feed.value[0]).toMatchObject({ killer: null, victim: { self: true } });
  expect(store.death.value).toMatchObject({ killer: null });
});

test("the feed names those who helped", () => {
  const { world, store, tell } = setUp();
  world.drones.push(drone(2));
  tell({ ...KILL, assists: [2] });
  expect(store.feed.value[0]).toMatchObject({ assists: [{ slot: 2, name: "Player 2" }] });
});

test("wounds, lines of the feed, notices and gains go when their time is over", () => {
  const { world, store, refresh, tell } = setUp();
  const left = (): number[] =>
    [store.wounds, store.feed, store.notices, store.gains].map((list) => list.value.length);
  tell({ type: "hurt", by: 1, damage: 10, angle: 1 });
  tell(KILL);
  tell({ type: "moved", team: TeamId.ember });
  tell({ type: "picked", weapon: WeaponId.rail, by: 0, own: true, x: 0, y: 0 });
  refresh(world, WOUND_MS - 1);
  expect(left()).toEqual([1, 1, 1, 1]);
  refresh(world, GAIN_MS + 1);
  expect(left()).toEqual([0, 1, 1, 0]);
  refresh(world, NOTICE_MS + 200);
  expect(left()).toEqual([0, 1, 0, 0]);
  refresh(world, FEED_MS + 400);
  expect(left()).toEqual([0, 0, 0, 0]);
});

test("own medals are announced, those of others stand in the feed", () => {
  const { store, tell } = setUp();
  tell({ type: "medal", slot: 0, medal: 1, own: true });
  tell({ type: "medal", slot: 1, medal: 0, own: false });
  expect(store.notices.value).toMatchObject([{ says: MEDALS[1].name, medal: 1 }]);
  expect(store.feed.value).toMatchObject([{ what: "medal", who: { slot: 1 }, medal: 0 }]);
});

test("only what the own drone takes is a gain", () => {
  const { world, store, tell } = setUp();
  world.racks.push({ kind: ItemKind.rail, x: 0, y: 0, readyIn: 0, progress: 1 });
  tell({ type: "taken", rack: 0, by: 1, own: false });
  expect(store.gains.value).toEqual([]);
  tell({ type: "taken", rack: 0, by: 0, own: true });
  expect(store.gains.value).toMatchObject([{ says: "Rail 6" }]);
});

test("a packet that is carried off is named after the team that loses it", () => {
  const { store, tell } = setUp();
  tell({ type: "goal", what: "packetTaken", team: TeamId.azure, by: 1 });
  tell({ type: "goal", what: "packetHome", team: TeamId.azure, by: 0 });
  tell({ type: "goal", what: "packetReturned", team: TeamId.ember, by: 255 });
  expect(store.notices.value.map(({ says }) => says)).toEqual([
    "Player 1 took the Ember packet",
    "You scored for Azure",
    "The Ember packet is back home",
  ]);
});

test("Go is said once to those who saw the countdown, and to nobody who comes later", () => {
  const { world, store, refresh, tell } = setUp();
  tell({ type: "phase", phase: "live" }, 100);
  expect(store.goAt.value).toBeNull();
  world.round.phase = "countdown";
  refresh(world, 200);
  tell({ type: "phase", phase: "live" }, 300);
  expect(store.goAt.value).toBe(300);
  refresh(world, 300 + GO_MS + 1);
  expect(store.goAt.value).toBeNull();
});

test("the rival is the best of the others, and the place counts those before", () => {
  const { world, store, refresh } = setUp();
  expect([store.place.value, store.rival.value?.who.slot, store.rival.value?.score]).toEqual([2, 1, 3]);
  world.self.score = 5;
  world.drones.push(drone(2, { score: 4 }));
  refresh(world, 200);
  expect([store.place.value, store.rival.value?.who.slot]).toEqual([1, 2]);
});

test("records are asked for only while somebody looks, and no more once the round is over", () => {
  const { world, looks, refresh } = setUp();
  refresh(world, 200);
  expect(looks.asked).toBe(0);
  looks.rows = true;
  refresh(world, 216);
  expect(looks.asked).toBe(1);
  world.records = { final: true, players: [record(0), record(1)] };
  refresh(world, 400);
  expect(looks.asked).toBe(1);
});

test("who watches sees the vitals of the watched drone and is not told of an own one", () => {
  const { world, store, refresh } = setUp();
  const other = world.drones[1]!;
  other.health = 41.2;
  other.plating = 50;
  const watcher = { ...world, self: null, focus: other, watching: { team: 0, slot: 1 } };
  refresh(watcher, 200);
  expect([store.present.value, store.watching.value]).toEqual([true, true]);
  expect([store.health.value, store.plating.value]).toEqual([42, 50]);
  expect(store.watched.value).toMatchObject({ slot: 1, name: "Player 1" });
});

test("a drop of the link is told only when it lasts", () => {
  const { world, store, refresh } = setUp();
  store.status.value = { at: "reconnecting", since: 1000, until: 16_000, attempt: 1 };
  refresh(world, 1600);
  expect(store.dropShown.value).toBe(false);
  refresh(world, 1800);
  expect([store.dropShown.value, store.seatSeconds.value]).toEqual([true, 15]);
});

test("hints go one by one as they are done, and a later seat does not bring them back", () => {
  const { world, store, refresh, tell } = setUp();
  world.self.x += 60;
  refresh(world, 200);
  tell({ type: "dash", slot: 0, own: true, x: 0, y: 0 });
  expect(store.hints.value).toEqual({ move: true, fire: false, dash: true });
  const later = setUp();
  expect(later.store.hints.value).toEqual({ move: true, fire: false, dash: true });
  later.tell({ type: "shot", slot: 1, own: false, weapon: 0, x: 0, y: 0, angle: 0 });
  expect(later.store.hints.value.fire).toBe(false);
  later.tell({ type: "shot", slot: 0, own: true, weapon: 0, x: 0, y: 0, angle: 0 });
  expect(setUp().store.hints.value).toEqual({ move: true, fire: true, dash: true });
});

test("a drone that is back elsewhere has not been moved by its player", () => {
  const { world, store, refresh } = setUp();
  world.self.alive = false;
  refresh(world, 200);
  world.self.x += 500;
  world.self.alive = true;
  refresh(world, 400);
  expect(store.hints.value.move).toBe(false);
  world.self.x += 60;
  refresh(world, 600);
  expect(store.hints.value.move).toBe(true);
});

test("an own kill is told for a moment, and nobody else's", () => {
  const { store, world, refresh, tell } = setUp();
  tell({ ...KILL, killer: 0, victim: 1 }, 100);
  tell(KILL, 100);
  tell({ ...KILL, killer: 0, victim: 0 }, 100);
  expect(store.kills.value.map(({ victim }) => victim.slot)).toEqual([1]);
  refresh(world, 100 + KILL_POP_MS + 200);
  expect(store.kills.value).toEqual([]);
});

test("a trigger that finds nothing loaded is told each time", () => {
  const { store, tell } = setUp();
  tell({ type: "dry", weapon: WeaponId.burst });
  tell({ type: "dry", weapon: WeaponId.burst });
  expect(store.dryPulls.value).toBe(2);
});
