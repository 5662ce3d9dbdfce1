import { beforeEach, describe, expect, it } from "vitest";
import { WeaponId } from "../../../shared/content/index.ts";
import { FRAME, type Listening, listen } from "../../../tests/fixtures/listening.ts";
import type { Mine } from "../../net/index.ts";
import { Rank } from "../mix/index.ts";

let ear: Listening;
beforeEach(() => {
  ear = listen();
  ear.frames();
});

describe("the own drone", () => {
  it("lets its weapon be heard: reload, refill, draw, and the trigger that finds nothing", () => {
    const { own } = ear.world;
    Object.assign(ear.self, { weapon: WeaponId.burst });
    Object.assign(own.arms[WeaponId.burst]!, { carried: true, loaded: 0, spare: 18 });
    ear.frames();
    expect(ear.said()).toEqual(["weaponDrawn"]);
    own.reloadProgress = 0.1;
    ear.frames(3);
    expect(ear.said()).toEqual(["reloadStart"]);
    ear.emit({ type: "dry", weapon: WeaponId.burst });
    expect(ear.said()).toEqual(["dryTrigger"]);
    own.reloadProgress = 1;
    own.arms[WeaponId.burst]!.loaded = 18;
    ear.frames(3);
    expect(ear.said()).toEqual(["reloadDone"]);
  });

  it("does not say that a reload is done which was broken off", () => {
    const { own } = ear.world;
    own.arms[WeaponId.pulse]!.loaded = 0;
    own.reloadProgress = 0.1;
    ear.frames();
    own.reloadProgress = 1;
    ear.frames();
    expect(ear.said()).toEqual(["reloadStart"]);
  });

  it("says that its plating breaks and that its overclock is over, but not by dying", () => {
    Object.assign(ear.self, { plating: 20, overclocked: true });
    ear.frames();
    Object.assign(ear.self, { plating: 0, overclocked: false });
    ear.frames();
    expect(ear.said()).toEqual(["platingBroken", "overclockOver"]);
    Object.assign(ear.self, { plating: 20, overclocked: true });
    ear.frames();
    Object.assign(ear.self, { plating: 0, overclocked: false, alive: false });
    ear.frames();
    expect(ear.said()).toEqual([]);
  });

  it("has a heart that is heard when little is left, faster the less it is", () => {
    const beatsAt = (health: number): number => {
      ear.self.health = health;
      ear.said();
      ear.frames(6000 / FRAME);
      return ear.said().filter((sound) => sound === "heartbeat").length;
    };
    expect(beatsAt(31)).toBe(0);
    const slow = beatsAt(30);
    expect(slow).toBeGreaterThan(4);
    expect(beatsAt(3)).toBeGreaterThan(slow);
    expect(beatsAt(0)).toBe(0);
  });
});

describe("what goes on in the world", () => {
  it("is a charge that is heard while it lasts, faster when overclocked, and ends with it", () => {
    Object.assign(ear.self, { weapon: WeaponId.rail, charge: 0.1, overclocked: true });
    ear.frames(5);
    expect(ear.said().filter((sound) => sound === "railCharge")).toHaveLength(1);
    expect(ear.wishes.at(-1)).toMatchObject({ rank: Rank.own, pitch: 1.5 });
    ear.self.charge = 0;
    ear.frames(5);
    expect(ear.stopped).toMatchObject([{ sound: "railCharge" }]);
    Object.assign(ear.foe, { weapon: WeaponId.rail, charge: 0.1 });
    ear.frames(2);
    expect(ear.wishes.at(-1)).toMatchObject({ sound: "railCharge", rank: Rank.other });
    ear.ears.dispose();
    expect(ear.stopped).toHaveLength(2);
  });

  it("is a mine of somebody else that is laid, and every mine that arms, but none that lay there before", () => {
    const mine = (id: string, owner: number, armed: number): Mine => {
      return { id, owner, team: 0, friendly: owner === 0, x: 100, y: 48, armed };
    };
    const { mines } = ear.world;
    mines.push(mine("a", 1, 0), mine("b", 0, 0), mine("c", 1, 1));
    ear.frames(2);
    expect(ear.said()).toEqual(["minePlaced"]);
    for (const each of mines) each.armed = 1;
    ear.frames(2);
    expect(ear.said()).toEqual(["mineArmed", "mineArmed"]);
    mines.length = 0;
    ear.frames();
    expect(ear.said()).toEqual([]);
  });

  it("is the clock: each second of the countdown, the go, and the last five", () => {
    const { round } = ear.world;
    round.phase = "countdown";
    for (let left = 3; left > 0; left -= 0.1) {
      round.secondsLeft = left;
      ear.frames();
    }
    expect(ear.said()).toEqual(["countdown", "countdown", "countdown"]);
    round.phase = "live";
    round.secondsLeft = 300;
    ear.emit({ type: "phase", phase: "live" });
    ear.frames();
    expect(ear.said()).toEqual(["go"]);
    for (let left = 8; left > 0; left -= 0.25) {
      round.secondsLeft = left;
      ear.frames();
    }
    expect(ear.said()).toHaveLength(5);
  });

  it("is a vote, the own one louder than those of others", () => {
    const { round } = ear.world;
    round.phase = "vote";
    round.choices.push({ arena: "yards", mode: 0, votes: 0 }, { arena: "gates", mode: 1, votes: 0 });
    ear.frames();
    round.choices[1]!.votes = 1;
    ear.frames();
    round.ownVote = 0;
    round.choices[0]!.votes = 1;
    ear.frames();
    expect(ear.said()).toEqual(["vote", "vote"]);
    expect(ear.wishes.at(-1)!.gain).toBeGreaterThan(ear.wishes.at(-2)!.gain);
    round.choices[0]!.votes = 0;
    ear.frames();
    expect(ear.said()).toEqual([]);
  });

  it("is the link: lost once however long it is away, and back", () => {
    ear.status({ at: "reconnecting", since: 0, until: 1, attempt: 1 });
    ear.status({ at: "reconnecting", since: 0, until: 1, attempt: 2 });
    ear.status({ at: "playing" });
    ear.status({ at: "playing" });
    expect(ear.said()).toEqual(["linkLost", "linkBack"]);
    expect(ear.cues.map(({ what }) => what)).toEqual(["linkLost", "linkBack"]);
  });

  it("is not told after a stall: what changed meanwhile is taken note of in silence", () => {
    ear.self.plating = 20;
    ear.frames();
    ear.self.plating = 0;
    ear.now += 1000;
    ear.frames(3);
    expect(ear.said()).toEqual([]);
  });

  it("has no place while there is nobody through whose ears to hear", () => {
    ear.world.focus = null;
    ear.emit({ type: "bounce", x: 100, y: 48 });
    expect(ear.said()).toEqual([]);
  });
});
