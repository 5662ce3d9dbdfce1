import { beforeEach, describe, expect, it } from "vitest";
import { ItemKind, WeaponId } from "../../../shared/content/index.ts";
import { type Listening, listen } from "../../../tests/fixtures/listening.ts";
import type { WorldEvent } from "../../net/index.ts";
import { Rank } from "../mix/index.ts";

let ear: Listening;
beforeEach(() => {
  ear = listen();
  ear.frames();
});

describe("an event", () => {
  it("of the own hand is heard right here, on the same frame", () => {
    ear.emit({ type: "shot", slot: 0, own: true, weapon: WeaponId.rail, x: 100, y: 48, angle: 0 });
    expect(ear.wishes).toMatchObject([
      { sound: "railShot", rank: Rank.own, gain: 1, pan: 0, muffled: false },
    ]);
    expect(ear.cues).toMatchObject([{ what: "shot", weapon: WeaponId.rail, who: "own", bearing: null }]);
  });

  it("of somebody else has a place", () => {
    ear.emit({ type: "shot", slot: 1, own: false, weapon: WeaponId.pulse, x: 180, y: 48, angle: 0 });
    const [wish] = ear.wishes;
    expect(wish).toMatchObject({ sound: "pulseShot", rank: Rank.other, muffled: false });
    expect(wish!.pan).toBeGreaterThan(0.1);
    expect(wish!.gain).toBeLessThan(1);
    expect(ear.cues).toMatchObject([{ who: "foe", bearing: 0, exact: true, loudness: wish!.gain }]);
  });

  it("of a mate is told as one of a friend", () => {
    Object.assign(ear.self, { team: 1 });
    Object.assign(ear.foe, { team: 1 });
    ear.emit({ type: "dash", slot: 1, own: false, x: 180, y: 48 });
    expect(ear.cues).toMatchObject([{ what: "dash", who: "friend" }]);
  });

  it("behind a wall is muffled", () => {
    ear.emit({ type: "blast", by: 0, weapon: WeaponId.launcher, x: 320, y: 48, radius: 100 });
    expect(ear.wishes).toMatchObject([{ sound: "blast", muffled: true }]);
  });

  it("that is only heard has one of eight directions and a loudness, and no more", () => {
    ear.emit({ type: "heard", what: "shot", weapon: WeaponId.scatter, sector: 4, loudness: 0.5 });
    ear.emit({ type: "heard", what: "blast", weapon: WeaponId.mine, sector: 0, loudness: 1 });
    expect(ear.wishes).toMatchObject([
      { sound: "scatterShot", muffled: true },
      { sound: "blast", muffled: true },
    ]);
    expect(ear.wishes[0]!.pan).toBeLessThan(-0.4);
    expect(ear.wishes[1]!.gain).toBeGreaterThan(ear.wishes[0]!.gain);
    expect(ear.cues).toMatchObject([
      { what: "shot", bearing: Math.PI, exact: false, loudness: 0.5 },
      { what: "blast", bearing: 0, exact: false, loudness: 1 },
    ]);
  });

  it("of a hit is thin while only the picture says so, and thick when the server does", () => {
    ear.emit({ type: "impact", on: "drone", own: true, x: 180, y: 48, angle: 0 });
    expect(ear.said()).toEqual(["hitSeen", "impactDrone"]);
    ear.emit({ type: "impact", on: "drone", own: false, x: 180, y: 48, angle: 0 });
    ear.emit({ type: "impact", on: "wall", own: true, x: 200, y: 48, angle: 0 });
    expect(ear.said()).toEqual(["impactDrone", "impactWall"]);
    ear.emit({ type: "hit", victim: 1, damage: 11, fatal: false, x: 180, y: 48 });
    ear.emit({ type: "hit", victim: 1, damage: 80, fatal: true, x: 180, y: 48 });
    expect(ear.said()).toEqual(["hitConfirmed", "kill"]);
    expect(ear.wishes.at(-1)!.gain).toBeGreaterThan(ear.wishes.at(-2)!.gain);
  });

  it("that hurts comes from its direction, and makes the music step back", () => {
    ear.emit({ type: "hurt", by: 1, damage: 30, angle: Math.PI });
    expect(ear.wishes).toMatchObject([{ sound: "hurt", rank: Rank.onMe }]);
    expect(ear.wishes[0]!.pan).toBeLessThan(0);
    expect(ear.cues).toMatchObject([{ what: "hurt", bearing: Math.PI }]);
    expect(ear.pains).toBe(1);
  });

  it("of a death is heard where it is seen, inside when it is the own, and not at all when it is late or far", () => {
    const kill = { type: "kill", killer: 0, weapon: 0, assists: [], x: 180, y: 48 } as const;
    ear.emit({ ...kill, victim: 1, late: false });
    expect(ear.said()).toEqual(["destroyed"]);
    ear.emit({ ...kill, victim: 0, late: false });
    expect(ear.said()).toEqual(["death"]);
    expect(ear.pains).toBe(1);
    ear.emit({ ...kill, victim: 1, late: true });
    ear.foe.seen = false;
    ear.emit({ ...kill, victim: 1, late: false });
    expect(ear.said()).toEqual([]);
  });

  it("of something taken says what, and by whom only when that is seen", () => {
    ear.world.racks[0] = { kind: ItemKind.plating, x: 120, y: 80, readyIn: 0, progress: 1 };
    ear.emit({ type: "taken", rack: 0, by: 0, own: true });
    ear.emit({ type: "taken", rack: 0, by: 1, own: false });
    expect(ear.said()).toEqual(["platingTaken", "platingTaken"]);
    expect(ear.wishes[1]!.gain).toBeLessThan(ear.wishes[0]!.gain);
    ear.emit({ type: "taken", rack: 0, by: 255, own: false });
    ear.emit({ type: "taken", rack: 9, by: 0, own: true });
    expect(ear.said()).toEqual([]);
    ear.emit({ type: "picked", weapon: WeaponId.launcher, by: 0, own: true, x: 80, y: 48 });
    ear.emit({ type: "picked", weapon: WeaponId.burst, by: 0, own: true, x: 80, y: 48 });
    expect(ear.wishes.at(-2)!.pitch).toBeLessThan(ear.wishes.at(-1)!.pitch);
  });

  it("of a mine that goes off is its blink and its blast", () => {
    ear.emit({ type: "blast", by: 1, weapon: WeaponId.mine, x: 100, y: 48, radius: 98 });
    expect(ear.said()).toEqual(["mineTriggered", "blast"]);
  });

  it("of the goal goes up for those who gain by it, and down for the others", () => {
    Object.assign(ear.self, { team: 1 });
    for (const team of [1, 2]) ear.emit({ type: "goal", what: "packetHome", team, by: 0 });
    for (const team of [1, 2]) ear.emit({ type: "goal", what: "zoneHeld", team, by: 0 });
    expect(ear.said()).toEqual(["packetScored", "packetConceded", "zoneWon", "zoneLost"]);
    expect(ear.cues.map(({ what }) => what)).toEqual(["packetHome", "packetHome", "zoneHeld", "zoneHeld"]);
  });

  it("of play that begins, or goes on when it is level, is a go", () => {
    for (const phase of ["warmup", "countdown", "live", "overtime", "vote"] as const)
      ear.emit({ type: "phase", phase });
    expect(ear.said()).toEqual(["go", "go"]);
  });

  it.each([
    [0, 0, "roundWon"],
    [0, 1, "roundLost"],
    [2, 2, "roundWon"],
    [2, 1, "roundLost"],
    [0, null, "roundOver"],
  ])("of the end of a round tells team %d with winner %s: %s", (team, winner, sound) => {
    ear.self.team = team;
    ear.world.round.winner = winner;
    ear.emit({ type: "phase", phase: "podium" });
    expect(ear.said()).toEqual([sound]);
  });

  it("that is an own medal rings; those of others do not", () => {
    ear.emit({ type: "medal", slot: 1, medal: 1, own: false });
    ear.emit({ type: "medal", slot: 0, medal: 1, own: true });
    expect(ear.said()).toEqual(["doubleMedal"]);
  });
});

describe("what comes too late", () => {
  const shotOf = (own: boolean): WorldEvent => {
    return { type: "shot", slot: own ? 0 : 1, own, weapon: 0, x: 180, y: 48, angle: 0 };
  };

  it("is not heard after a stall, but the own hand is", () => {
    ear.now += 1000;
    ear.emit(shotOf(false));
    expect(ear.said()).toEqual([]);
    ear.emit(shotOf(true));
    expect(ear.said()).toEqual(["pulseShot"]);
    ear.frames();
    ear.emit(shotOf(false));
    expect(ear.said()).toEqual(["pulseShot"]);
  });

  it("is not heard of a hidden page, nor told to those who read", () => {
    ear.hidden = true;
    ear.emit(shotOf(true));
    ear.self.health = 10;
    ear.frames();
    expect(ear.said()).toEqual([]);
    expect(ear.cues).toEqual([]);
  });

  it("is nothing at all once the ears are closed", () => {
    ear.ears.dispose();
    ear.emit(shotOf(true));
    expect(ear.said()).toEqual([]);
  });
});
