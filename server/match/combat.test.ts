import { beforeEach, describe, expect, test } from "vitest";
import type { Arena } from "../../shared/arena/index.ts";
import {
  type BoltWeapon,
  DRONE,
  ModeId,
  modeOf,
  TICK_HZ,
  TICK_MS,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { drawArena, emptyArena } from "../../tests/fixtures/arenas.ts";
import { eventsOf, FIRE, type Game, pastOf, startGame } from "./testing.ts";

const PULSE = weaponOf(WeaponId.pulse) as BoltWeapon;
const BURST = weaponOf(WeaponId.burst);
const FAR_AWAY = { x: 1000, y: 900 };
const ARENA = emptyArena(40, 32);

let game: Game;

/** Ada and Ben face each other, `distance` px apart, each with this weapon in hand and aiming at the other. */
function duel(weapon: WeaponId, distance: number, arena: Arena = ARENA): void {
  game = startGame(arena, ["ada", "ben"]);
  for (const id of ["ada", "ben"]) game.arm(id, weapon);
  game.place("ada", { x: 200, y: 200 });
  game.place("ben", { x: 200 + distance, y: 200 });
}

/** One pull of Ada's trigger, and rest until it has flown. */
function adaFires(agoMs = 0, rewind?: Parameters<Game["step"]>[1]): ReturnType<Game["step"]> {
  game.let("ada", FIRE, agoMs);
  const events = game.step(1, rewind);
  game.let("ada", {}, agoMs);
  return [...events, ...game.step(60, rewind)];
}

describe("damage", () => {
  test("a Pulse bolt takes its damage from whom it meets, and both are told", () => {
    duel(WeaponId.pulse, 200);
    const events = adaFires();
    expect(game.player("ben").health).toBe(DRONE.health - PULSE.damage);
    expect(eventsOf(events, "hit")).toMatchObject([
      { victim: 1, damage: PULSE.damage, seq: 1, fatal: false },
    ]);
    expect(eventsOf(events, "hurt")).toMatchObject([{ by: 0, damage: PULSE.damage }]);
    expect(events.find((event) => event.type === "hit")?.to).toEqual({ only: "ada" });
    expect(events.find((event) => event.type === "hurt")?.to).toEqual({ only: "ben" });
  });

  test("the hurt learn the direction of the shooter", () => {
    duel(WeaponId.pulse, 200);
    expect(eventsOf(adaFires(), "hurt")[0]?.angle).toBeCloseTo(Math.PI);
  });

  test("a pull of the Burst takes three times its damage, and all but the shooter see its rays", () => {
    duel(WeaponId.burst, 200);
    const events = adaFires();
    expect(game.player("ben").health).toBe(DRONE.health - 3 * BURST.damage);
    expect(eventsOf(events, "trace")).toHaveLength(3);
    expect(events.find((event) => event.type === "trace")?.to).toEqual({ except: "ada" });
  });

  test("somebody nearer shields whoever stands behind", () => {
    game = startGame(ARENA, ["ada", "ben", "cem"]);
    game.place("ada", { x: 200, y: 200 });
    game.place("cem", { x: 500, y: 200 });
    game.place("ben", { x: 350, y: 205 });
    adaFires();
    expect(game.player("ben").health).toBeLessThan(DRONE.health);
    expect(game.player("cem").health).toBe(DRONE.health);
  });

  test("nobody hits themselves, and who stands aside is not hit", () => {
    duel(WeaponId.pulse, 200);
    game.place("ben", { x: 400, y: 200 + DRONE.radius + 6 });
    adaFires();
    expect(game.player("ada").health).toBe(DRONE.health);
    expect(game.player("ben").health).toBe(DRONE.health);
  });

  test.each([
    ["Pulse", WeaponId.pulse],
    ["Burst", WeaponId.burst],
  ])("the %s hits at arm's length too, even whom the muzzle reaches past", (_name, weapon) => {
    for (const distance of [0, 5, 8, 14, 22, 30]) {
      duel(weapon, distance);
      adaFires();
      expect(game.player("ben").health).toBeLessThan(DRONE.health);
    }
  });

  test("a wall between them stops bolts and rays", () => {
    const walled = drawArena(
      "##############",
      "#s.....#.....#",
      "#......#.....#",
      "#......#.....#",
      "##############",
    );
    for (const weapon of [WeaponId.pulse, WeaponId.burst]) {
      game = startGame(walled, ["ada", "ben"]);
      game.arm("ada", weapon);
      game.place("ada", { x: 150, y: 80 });
      game.place("ben", { x: 300, y: 80 });
      const events = adaFires();
      expect(eventsOf(events, "hit")).toEqual([]);
      for (const trace of eventsOf(events, "trace"))
        expect(trace.x + trace.lengths[0]!).toBeLessThanOrEqual(7 * 32 + 1);
      expect(game.match.state.bolts.size).toBe(0);
    }
  });

  test("ends at the weapon's range", () => {
    duel(WeaponId.burst, BURST.muzzle + BURST.range + DRONE.radius + 5);
    expect(eventsOf(adaFires(), "hit")).toEqual([]);
    duel(WeaponId.burst, BURST.muzzle + BURST.range);
    expect(eventsOf(adaFires(), "hit").length).toBeGreaterThan(0);
  });
});

describe("death", () => {
  beforeEach(() => duel(WeaponId.pulse, 120));

  test("comes at no health, counts for both, and everybody is told", () => {
    game.player("ben").health = PULSE.damage;
    const events = adaFires();
    expect(eventsOf(events, "kill")).toMatchObject([{ killer: 0, victim: 1, weapon: WeaponId.pulse }]);
    expect(events.find((event) => event.type === "kill")?.to).toEqual({ all: true });
    expect(eventsOf(events, "hit")).toMatchObject([{ fatal: true }]);
    expect(game.player("ada")).toMatchObject({ kills: 1, deaths: 0, score: 1 });
    expect(game.player("ben")).toMatchObject({ kills: 0, deaths: 1, score: 0, alive: 0, health: 0 });
  });

  test("takes no more health than there was", () => {
    game.player("ben").health = 4;
    expect(eventsOf(adaFires(), "hit")).toMatchObject([{ damage: 4, fatal: true }]);
  });

  test("lasts its time, then the drone is back whole and protected", () => {
    game.player("ben").health = 1;
    game.let("ada", FIRE);
    while (game.player("ben").alive === 1) game.step();
    game.let("ada", {});
    game.step(modeOf(ModeId.ffa).respawnTicks - 1);
    expect(game.player("ben").alive).toBe(0);
    game.step();
    expect(game.player("ben")).toMatchObject({ alive: 1, health: DRONE.health, protected: true });
  });

  test("comes to both when both fire the last round on the same tick", () => {
    for (const id of ["ada", "ben"]) game.arm(id, WeaponId.burst).health = 1;
    game.let("ada", FIRE);
    game.let("ben", { ...FIRE, aim: Math.PI });
    const events = game.step();
    expect(eventsOf(events, "kill")).toHaveLength(2);
    for (const id of ["ada", "ben"])
      expect(game.player(id)).toMatchObject({ alive: 0, kills: 1, deaths: 1, score: 1 });
  });

  test("does not stop the bolts that the dead have fired", () => {
    game.place("ben", { x: 600, y: 200 });
    game.arm("ada", WeaponId.burst);
    game.player("ben").health = 1;
    game.let("ben", { ...FIRE, aim: Math.PI });
    game.step();
    game.let("ben", {});
    game.let("ada", FIRE);
    game.step();
    expect(game.player("ben").alive).toBe(0);
    game.let("ada", {});
    game.step(40);
    expect(game.player("ada").health).toBe(DRONE.health - PULSE.damage);
  });

  test("counts once, however many rays arrive on the same tick", () => {
    game = startGame(ARENA, ["ada", "ben", "cem"]);
    for (const id of ["ada", "cem"]) game.arm(id, WeaponId.burst);
    game.place("ada", { x: 200, y: 200 });
    game.place("cem", { x: 600, y: 200 });
    game.place("ben", { x: 400, y: 200 }).health = 1;
    game.let("ada", FIRE);
    game.let("cem", { ...FIRE, aim: Math.PI });
    expect(eventsOf(game.step(), "kill")).toHaveLength(1);
    expect(game.player("ben").deaths).toBe(1);
    // The second ray flies on to whoever stood behind.
    expect(game.player("ada").kills + game.player("cem").kills).toBe(1);
  });
});

describe("protection", () => {
  test("lets shots pass", () => {
    duel(WeaponId.burst, 200);
    game.player("ben").protected = true;
    game.let("ada", FIRE);
    game.step();
    expect(game.player("ben").health).toBe(DRONE.health);
  });

  test("ends with the first shot of its owner, not with a pull that fires nothing", () => {
    duel(WeaponId.pulse, 200);
    game.player("ben").protected = true;
    game.arm("ben", WeaponId.burst).weapon = WeaponId.pulse;
    game.let("ben", { pick: WeaponId.burst + 1 });
    game.step();
    game.let("ben", FIRE);
    game.step(BURST.drawTicks - 2);
    expect(game.player("ben").protected).toBe(true);
    game.step(1);
    expect(game.player("ben").protected).toBe(false);
  });

  test("ends by itself after its time", () => {
    game = startGame(ARENA, ["ada"]);
    game.step(DRONE.protectionTicks - 1);
    expect(game.player("ada").protected).toBe(true);
    game.step();
    expect(game.player("ada").protected).toBe(false);
  });
});

describe("lag compensation", () => {
  const AGO = 150;
  const AGO_TICKS = AGO / TICK_MS;

  test("a ray hits where its shooter saw the target, and not where it is", () => {
    duel(WeaponId.burst, 300);
    const ben = game.place("ben", FAR_AWAY);
    game.step(30);
    expect(eventsOf(adaFires(AGO, pastOf(ben, { x: 500, y: 200 })), "hit")).toHaveLength(3);

    duel(WeaponId.burst, 300);
    game.step(30);
    expect(eventsOf(adaFires(AGO, pastOf(game.player("ben"), FAR_AWAY)), "hit")).toEqual([]);
  });

  test("without it a ray hits where the target is", () => {
    duel(WeaponId.burst, 300);
    game.step(30);
    expect(eventsOf(adaFires(0, pastOf(game.player("ben"), FAR_AWAY)), "hit")).toHaveLength(3);
  });

  test("nobody is hit at a place from before their respawn", () => {
    duel(WeaponId.burst, 300);
    const ben = game.player("ben");
    game.step(30);
    ben.health = 1;
    adaFires();
    expect(ben.alive).toBe(0);
    while (ben.alive === 0) game.step();
    // Unprotected for the sake of the question.
    game.place("ben", FAR_AWAY);
    const rewind = pastOf(ben, { x: 500, y: 200 });
    game.let("ada", FIRE, AGO);
    // For as long as the shooter sees the time before this life began.
    expect(eventsOf(game.step(AGO_TICKS - 1, rewind), "hit")).toEqual([]);
    game.step(BURST.cooldownTicks, rewind);
    expect(ben.health).toBeLessThan(DRONE.health);
  });

  test("a bolt fired in the past is already on its way, and flies on in the present", () => {
    duel(WeaponId.pulse, 600);
    game.step(30);
    const behind = 9;
    game.let("ada", FIRE, behind * TICK_MS);
    game.step();
    game.let("ada", {});
    const bolt = [...game.match.state.bolts.values()][0]!;
    expect(bolt.bornAt).toBe(game.match.state.tick - behind);
    // 600 px less muzzle, radius and bolt, of which some ticks have passed.
    const needed =
      Math.ceil(((600 - PULSE.muzzle - DRONE.radius - PULSE.boltRadius) / PULSE.speed) * TICK_HZ) - behind;
    expect(eventsOf(game.step(needed - 1), "hit")).toEqual([]);
    expect(eventsOf(game.step(1), "hit")).toHaveLength(1);
  });

  test("on that way a bolt meets whom its shooter saw there, and no one who is there only now", () => {
    duel(WeaponId.pulse, 100);
    const ben = game.place("ben", FAR_AWAY);
    game.step(30);
    expect(eventsOf(adaFires(AGO, pastOf(ben, { x: 300, y: 200 })), "hit")).toHaveLength(1);

    duel(WeaponId.pulse, 60);
    game.step(30);
    expect(eventsOf(adaFires(AGO, pastOf(game.player("ben"), FAR_AWAY)), "hit")).toEqual([]);
  });

  test("in the present a bolt can be dodged, whatever its shooter sees", () => {
    duel(WeaponId.pulse, 500);
    const ben = game.player("ben");
    game.step(30);
    const rewind = pastOf(ben, { x: 700, y: 200 });
    game.let("ada", FIRE, AGO);
    game.step(1, rewind);
    game.let("ada", {});
    game.place("ben", FAR_AWAY);
    expect(eventsOf(game.step(60, rewind), "hit")).toEqual([]);
  });

  test("a bolt of the present is born on the tick that fires it", () => {
    duel(WeaponId.pulse, 500);
    game.let("ada", FIRE);
    game.step();
    const bolt = [...game.match.state.bolts.values()][0]!;
    expect(bolt).toMatchObject({
      bornAt: game.match.state.tick,
      owner: 0,
      weapon: WeaponId.pulse,
      seq: 1,
      angle: 0,
    });
    expect(bolt.x).toBe(200 + PULSE.muzzle);
  });
});

describe("when the round is over", () => {
  test("shots fly, but nobody is hurt and nothing is counted", () => {
    game = startGame(ARENA, ["ada", "ben"], { liveTicks: 10, overtimeTicks: 0, podiumTicks: 1000 });
    game.step(10);
    game.place("ada", { x: 200, y: 200 });
    game.place("ben", { x: 300, y: 200 });
    const events = adaFires();
    expect(eventsOf(events, "hit")).toEqual([]);
    expect(game.player("ben").health).toBe(DRONE.health);
    expect(game.player("ada").score).toBe(0);
  });
});
