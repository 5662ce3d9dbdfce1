import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  DRONE,
  ITEMS,
  ItemKind,
  itemOf,
  MEDALS,
  MODES,
  ModeId,
  modeOf,
  otherTeam,
  STARTER,
  STRENGTHS,
  TEAMS,
  TEMPERAMENTS,
  TeamId,
  TICK_S,
  TILE,
  teamOf,
  VELOCITY,
  VIEW_AREA,
  viewSize,
  WEAPONS,
  WeaponId,
  weaponOf,
} from "./index.ts";
import { type Content, complaintsAboutContent } from "./validate.ts";

const PICTURES = readdirSync(new URL("../../assets/art", import.meta.url))
  .filter((file) => file.endsWith(".svg"))
  .map((file) => file.replace(/\.svg$/, ""));

const CONTENT: Content = {
  weapons: WEAPONS,
  starter: STARTER,
  items: ITEMS,
  modes: MODES,
  teams: TEAMS,
  medals: MEDALS,
  temperaments: TEMPERAMENTS,
  strengths: STRENGTHS,
};

test("nothing is wrong with the content", () => {
  expect(complaintsAboutContent(CONTENT, PICTURES)).toEqual([]);
});

test("ids travel on the wire: the key of each thing names its place in its table", () => {
  expect(WEAPONS.map(({ key }) => WeaponId[key])).toEqual(Object.values(WeaponId));
  expect(ITEMS.map(({ key }) => ItemKind[key])).toEqual(Object.values(ItemKind));
  expect(MODES.map(({ key }) => ModeId[key])).toEqual(Object.values(ModeId));
  expect(TEAMS.map(({ key, id }) => [TeamId[key], id])).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

test("what is not in a table is not found", () => {
  expect(() => weaponOf(WEAPONS.length)).toThrow(RangeError);
  expect(() => itemOf(ITEMS.length)).toThrow(RangeError);
  expect(() => modeOf(MODES.length)).toThrow(RangeError);
  expect(teamOf(TeamId.none)).toBeNull();
  expect(otherTeam(TeamId.azure)).toBe(TeamId.ember);
  expect(otherTeam(TeamId.none)).toBe(TeamId.none);
});

describe("the validator refuses", () => {
  /** What is said about the content with some things of a table changed. */
  function complaintsWith<K extends "weapons" | "items" | "modes" | "teams" | "temperaments" | "strengths">(
    table: K,
    key: string,
    change: object,
  ): string {
    const things: readonly { key: string }[] = CONTENT[table];
    const changed = things.map((thing) => (thing.key === key ? { ...thing, ...change } : thing));
    return complaintsAboutContent({ ...CONTENT, [table]: changed }, PICTURES).join("\n");
  }

  const burst = { ...WEAPONS[WeaponId.burst]!.magazine! };

  test.each<[string, string, object, string]>([
    ["no cooldown", "pulse", { cooldownTicks: 0 }, "cooldownTicks is 0"],
    ["a cooldown that does not fit its byte", "rail", { cooldownTicks: 256 }, "cooldownTicks is 256"],
    ["half a tick", "rail", { chargeTicks: 1.5 }, "chargeTicks is 1.5, no whole number"],
    ["a draw that is no number", "burst", { drawTicks: Number.NaN }, "drawTicks is NaN"],
    ["no damage", "scatter", { damage: 0 }, "damage is 0"],
    ["more damage than there is health", "rail", { damage: 101 }, "damage is 101"],
    ["an endless pull", "burst", { roundGapTicks: 16 }, "a pull takes longer than its cooldown"],
    ["a bolt that jumps over drones", "pulse", { speed: 1100 }, "crosses more in a tick"],
    ["a bolt that is outrun by its drone", "pulse", { speed: 200 }, "no more than that of a drone"],
    ["a bolt as thick as a drone", "pulse", { boltRadius: 13 }, "boltRadius is 13"],
    ["a fan of bolts", "pulse", { pellets: 3 }, "a bolt has one pellet"],
    ["a muzzle inside the drone", "rail", { muzzle: 5 }, "muzzle is 5"],
    ["shots all around", "scatter", { spread: 2 }, "spread is 2"],
    ["a range beyond its field", "rail", { range: 70_000 }, "range is 70000"],
    [
      "a magazine smaller than a pull",
      "burst",
      { magazine: { ...burst, rounds: 2 } },
      "magazine.rounds is 2",
    ],
    ["part of a pull", "burst", { magazine: { ...burst, rounds: 17 } }, "leave a part of a pull over"],
    ["no reload", "burst", { magazine: { ...burst, reloadTicks: 0 } }, "reloadTicks is 0"],
    ["rounds that no drop can hold", "burst", { magazine: { ...burst, spare: 250 } }, "spare is 250"],
    ["a rack that gives too much", "burst", { magazine: { ...burst, racked: 200 } }, "racked is 200"],
    ["a weapon for ever", "burst", { magazine: null }, "no other, goes without a magazine"],
    ["a bounce that gains", "launcher", { bounce: 1.2 }, "bounce is 1.2"],
    [
      "a blast at the edge alone",
      "launcher",
      { blast: { radius: 90, damage: 20, rim: 60 } },
      "blast.rim is 60",
    ],
    [
      "a blast as large as the screen",
      "launcher",
      { blast: { radius: 500, damage: 9, rim: 1 } },
      "blast.radius is 500",
    ],
    ["a mine that nobody can avoid", "mine", { noticeRadius: 60 }, "noticeRadius is 60"],
    ["a mine that goes off out of its reach", "mine", { triggerRadius: 120 }, "triggerRadius is 120"],
    ["a mine that is gone before it is armed", "mine", { lifeTicks: 30 }, "lifeTicks is 30"],
    ["no name", "rail", { name: " " }, "name is empty"],
    ["no idea", "rail", { idea: "" }, "idea is empty"],
    ["a wrong place", "rail", { id: 5 }, "its id is 5, its place 3"],
  ])("a weapon with %s", (_what, key, change, complaint) => {
    expect(complaintsWith("weapons", key, change)).toContain(`weapon ${key}: `);
    expect(complaintsWith("weapons", key, change)).toContain(complaint);
  });

  test("a weapon that out-damages all others at every distance, and only that", () => {
    const complaint = "weapon pulse: it out-damages all others";
    expect(complaintsWith("weapons", "pulse", { damage: 60 })).toContain(complaint);
    // The best at arm's length, and not at the end of its reach: that is a choice.
    expect(complaintsWith("weapons", "scatter", { damage: 12 })).not.toContain("scatter: it out-damages");
  });

  test.each<[string, string, object, string]>([
    [
      "that gives a weapon which does not exist",
      "rail",
      { gift: { kind: "weapon", weapon: "laser" } },
      'no weapon "laser"',
    ],
    [
      "that gives what everybody has",
      "rail",
      { gift: { kind: "weapon", weapon: "pulse" } },
      "what everybody has",
    ],
    ["that never goes away", "ammo", { respawnTicks: 0 }, "respawnTicks is 0"],
    ["that nobody can take", "ammo", { reach: 5 }, "reach is 5"],
    [
      "that heals more than there is",
      "healthCell",
      { gift: { kind: "health", amount: 101 } },
      "health is 101",
    ],
    ["that plates more than there is", "plating", { gift: { kind: "plating", amount: 0 } }, "plating is 0"],
    ["that lasts no time", "overclock", { gift: { kind: "overclock", ticks: 0 } }, "overclock is 0"],
    ["without a name", "ammo", { name: "" }, "name is empty"],
  ])("an item %s", (_what, key, change, complaint) => {
    const said = complaintsWith("items", key, change);
    expect(said).toContain(`item ${key}: `);
    expect(said).toContain(complaint);
  });

  test("a weapon that no item gives", () => {
    const items = ITEMS.filter(({ key }) => key !== "mine");
    expect(complaintsAboutContent({ ...CONTENT, items }, PICTURES)).toEqual([
      "weapon mine: no item gives it",
    ]);
  });

  test.each<[string, string, object, string]>([
    ["without a goal", "ffa", { goal: 0 }, "goal is 0"],
    ["whose goal no score can reach", "tdm", { goal: 40_000 }, "goal is 40000"],
    ["in which mates suffer more than enemies", "tdm", { teamDamage: 2 }, "teamDamage is 2"],
    ["that brings nobody back", "uplink", { respawnTicks: 0 }, "respawnTicks is 0"],
    ["that nobody explains", "courier", { brief: "" }, "brief is empty"],
  ])("a mode %s", (_what, key, change, complaint) => {
    expect(complaintsWith("modes", key, change)).toContain(`mode ${key}: ${complaint}`);
  });

  test("teams that cannot be told apart", () => {
    expect(complaintsWith("teams", "ember", { colour: TEAMS[0]!.colour })).toContain("the colour");
    expect(complaintsWith("teams", "ember", { shape: "circle" })).toContain(
      'the shape "circle" is there twice',
    );
    expect(complaintsWith("teams", "ember", { colour: "red" })).toContain('"red" is no colour');
  });

  test("minds beyond measure, and strengths out of order", () => {
    expect(complaintsWith("temperaments", "hunter", { zeal: 1.1 })).toContain(
      "temperament hunter: zeal is 1.1",
    );
    expect(complaintsWith("strengths", "veteran", { skill: 0.2 })).toContain(
      "no stronger than the one before",
    );
  });

  test("two things of one key", () => {
    expect(complaintsWith("items", "ammo", { key: "plating" })).toContain(
      'the item "plating" is there twice',
    );
  });

  test("what there is no picture of", () => {
    const pictures = PICTURES.filter((name) => name !== "barrel-mine" && name !== "item-ammo");
    expect(complaintsAboutContent(CONTENT, pictures)).toEqual([
      'there is no picture "barrel-mine"',
      'there is no picture "item-ammo"',
    ]);
  });
});

describe("the drone", () => {
  test("its numbers fit the fields they travel in", () => {
    const UINT8 = 255;
    for (const number of [
      DRONE.health,
      DRONE.plating.most,
      DRONE.dash.ticks,
      DRONE.dash.rechargeTicks,
      DRONE.dash.charges,
    ])
      expect(number).toBeLessThanOrEqual(UINT8);
    expect(DRONE.dash.speed).toBeLessThanOrEqual(VELOCITY.max);
  });

  test("even a dash moves by less than a radius a tick, so that no wall is jumped over", () => {
    expect(DRONE.dash.speed * TICK_S).toBeLessThan(DRONE.radius);
  });

  test("it fits through a gap of one tile", () => {
    expect(DRONE.radius * 2).toBeLessThan(TILE);
  });
});

describe("the view", () => {
  test("shows the same area in every window, up to the longest picture", () => {
    for (const aspect of [0.5, 0.75, 1, 16 / 9, 2.3]) {
      const { width, height } = viewSize(aspect);
      expect(width * height).toBeCloseTo(VIEW_AREA);
      expect(width / height).toBeCloseTo(aspect);
    }
    expect(viewSize(10)).toEqual(viewSize(2.4));
    expect(viewSize(0.1)).toEqual(viewSize(1 / 2.4));
  });
});
