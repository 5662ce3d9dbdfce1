import { describe, expect, test } from "vitest";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { armed, FIRE, RELOAD, REST, shotsIn, wish } from "../../tests/fixtures/triggers.ts";
import { WEAPONS, WeaponId, weaponOf } from "../content/index.ts";
import { Button, Life, stepBody } from "./index.ts";

const ARENA = emptyArena(12, 12);

const PULSE = weaponOf(WeaponId.pulse);
const BURST = weaponOf(WeaponId.burst);
const RAIL = weaponOf(WeaponId.rail);
/** Ticks between the rounds of a pull of the Burst. */
const GAP = BURST.roundGapTicks;

describe("the trigger", () => {
  test("answers on the very command that pulls it, and then once every cooldown", () => {
    const pause = PULSE.cooldownTicks;
    expect(shotsIn(armed(WeaponId.pulse), FIRE, 3 * pause + 1)).toEqual([0, pause, 2 * pause, 3 * pause]);
  });

  test.each(WEAPONS.filter(({ rounds, chargeTicks }) => rounds === 1 && chargeTicks === 0))(
    "of the $name fires once every cooldown while it is held",
    ({ id, cooldownTicks }) => {
      expect(shotsIn(armed(id), FIRE, 2 * cooldownTicks + 1)).toEqual([0, cooldownTicks, 2 * cooldownTicks]);
    },
  );

  test.each(WEAPONS)("tells that it was the $name which fired", ({ id, chargeTicks }) => {
    const body = armed(id, 1, 0);
    const result = { dashed: false, fired: -1 };
    for (let i = 0; i < Math.max(1, chargeTicks); i++) stepBody(body, FIRE, ARENA, result);
    expect(result.fired).toBe(id);
  });

  test("pulling and letting go fires no faster than holding", () => {
    const body = armed(WeaponId.pulse);
    let shots = 0;
    const ticks = 10 * PULSE.cooldownTicks;
    for (let i = 0; i < ticks; i++) shots += shotsIn(body, i % 2 === 0 ? FIRE : REST, 1).length;
    expect(shots).toBeLessThanOrEqual(10);
    expect(shots).toBeGreaterThan(5);
  });

  test("counts commands, not time: a drone that sends none has no cooldown either", () => {
    const body = armed(WeaponId.pulse);
    shotsIn(body, FIRE, 1);
    expect(body.cooldown).toBe(PULSE.cooldownTicks);
    expect(shotsIn(body, REST, PULSE.cooldownTicks - 1)).toEqual([]);
    expect(shotsIn(body, FIRE, 1)).toEqual([0]);
  });

  test("the Pulse never runs dry", () => {
    expect(shotsIn(armed(WeaponId.pulse), FIRE, PULSE.cooldownTicks * 200)).toHaveLength(200);
  });

  test("does not answer to the held and the dead", () => {
    for (const life of [Life.held, Life.out]) {
      const body = armed(WeaponId.pulse);
      body.alive = life;
      expect(shotsIn(body, FIRE, 30)).toEqual([]);
    }
  });
});

describe("the Burst", () => {
  test("fires three rounds with gaps between them, then waits for its cooldown", () => {
    const pull = [0, GAP, 2 * GAP];
    const second = pull.map((tick) => tick + BURST.cooldownTicks);
    expect(shotsIn(armed(WeaponId.burst), FIRE, 2 * BURST.cooldownTicks)).toEqual([...pull, ...second]);
  });

  test("fires all three on one pull, even when the trigger is let go", () => {
    const body = armed(WeaponId.burst);
    expect(shotsIn(body, FIRE, 1)).toEqual([0]);
    expect(shotsIn(body, REST, 60)).toEqual([GAP - 1, 2 * GAP - 1]);
    expect(body.burstLoaded).toBe(BURST.magazine!.rounds - 3);
  });

  test("with fewer than three rounds left fires what there is", () => {
    expect(shotsIn(armed(WeaponId.burst, 2), FIRE, BURST.cooldownTicks)).toEqual([0, GAP]);
  });

  test("is not reloaded in the middle of a pull", () => {
    const body = armed(WeaponId.burst);
    shotsIn(body, FIRE, 1);
    expect(shotsIn(body, RELOAD, 2 * GAP - 1)).toEqual([GAP - 1]);
    expect(body.reload).toBe(0);
  });
});

describe("the Rail", () => {
  test("leaves when its trigger has been held for its charge, and not on the press", () => {
    expect(shotsIn(armed(WeaponId.rail), FIRE, RAIL.chargeTicks)).toEqual([RAIL.chargeTicks - 1]);
  });

  test("loses its charge when the trigger is let go", () => {
    const body = armed(WeaponId.rail);
    expect(shotsIn(body, FIRE, RAIL.chargeTicks - 1)).toEqual([]);
    shotsIn(body, REST, 1);
    expect(body.charge).toBe(0);
    expect(shotsIn(body, FIRE, RAIL.chargeTicks - 1)).toEqual([]);
    expect(shotsIn(body, FIRE, 1)).toEqual([0]);
  });

  test("does not charge while it cools down: held on, it needs both one after the other", () => {
    const shots = shotsIn(armed(WeaponId.rail), FIRE, 2 * RAIL.chargeTicks + RAIL.cooldownTicks);
    expect(shots).toHaveLength(2);
    // The command that ends the cooldown is the first one of the charge.
    expect(shots[1]! - shots[0]!).toBe(RAIL.cooldownTicks + RAIL.chargeTicks - 1);
  });

  test("loses its charge to a switch and to a reload", () => {
    const switched = armed(WeaponId.rail);
    shotsIn(switched, FIRE, 20);
    shotsIn(switched, wish(Button.fire, WeaponId.pulse + 1), 1);
    expect(switched.charge).toBe(0);

    const reloaded = armed(WeaponId.rail, 2);
    shotsIn(reloaded, FIRE, 20);
    shotsIn(reloaded, wish(Button.fire | Button.reload), 1);
    expect(reloaded.charge).toBe(0);
    expect(reloaded.reload).toBe(RAIL.magazine!.reloadTicks);
  });
});

describe("switching", () => {
  const others = WEAPONS.filter(({ id, chargeTicks }) => id !== WeaponId.pulse && chargeTicks === 0);

  test.each(others)("to the $name takes its own time before it fires", ({ id, drawTicks }) => {
    const body = armed(id);
    body.weapon = WeaponId.pulse;
    expect(shotsIn(body, wish(Button.fire, id + 1), drawTicks + 1)).toEqual([drawTicks - 1]);
    expect(body.weapon).toBe(id);
  });

  test("to the Pulse takes its own time too", () => {
    const body = armed(WeaponId.mine);
    expect(shotsIn(body, wish(Button.fire, WeaponId.pulse + 1), PULSE.drawTicks)).toEqual([
      PULSE.drawTicks - 1,
    ]);
  });

  test("to the Rail takes its time, and then its charge", () => {
    const body = armed(WeaponId.rail);
    body.weapon = WeaponId.pulse;
    const first = RAIL.drawTicks - 1 + RAIL.chargeTicks - 1;
    expect(shotsIn(body, wish(Button.fire, WeaponId.rail + 1), first + 1)).toEqual([first]);
  });

  test("does not shorten a cooldown", () => {
    const body = armed(WeaponId.burst);
    shotsIn(body, FIRE, 1);
    expect(shotsIn(body, wish(Button.fire, WeaponId.pulse + 1), BURST.cooldownTicks)).toEqual([
      BURST.cooldownTicks - 1,
    ]);
  });

  test("gives up the rest of a burst", () => {
    const body = armed(WeaponId.burst);
    shotsIn(body, FIRE, 1);
    expect(shotsIn(body, wish(0, WeaponId.pulse + 1), 40)).toEqual([]);
    expect(body.burstLoaded).toBe(BURST.magazine!.rounds - 1);
  });

  test("gives up a reload, and the magazine stays as it was", () => {
    const body = armed(WeaponId.burst, 4);
    shotsIn(body, RELOAD, 10);
    shotsIn(body, wish(0, WeaponId.pulse + 1), 200);
    expect(body.burstLoaded).toBe(4);
  });

  test("asking for the weapon in hand, for none, for one without rounds or one that does not exist changes nothing", () => {
    for (const pick of [0, WeaponId.pulse + 1, WeaponId.rail + 1, WEAPONS.length + 1, 255]) {
      const body = armed(WeaponId.pulse);
      expect(shotsIn(body, wish(Button.fire, pick), PULSE.cooldownTicks + 1)).toEqual([
        0,
        PULSE.cooldownTicks,
      ]);
      expect(body.weapon).toBe(WeaponId.pulse);
    }
  });

  test("to and fro between two weapons fires neither any faster", () => {
    const body = armed(WeaponId.scatter);
    let shots = 0;
    for (let i = 0; i < 300; i++) {
      const pick = i % 2 === 0 ? WeaponId.pulse : WeaponId.scatter;
      shots += shotsIn(body, wish(Button.fire, pick + 1), 1).length;
    }
    expect(shots).toBe(0);
  });
});
