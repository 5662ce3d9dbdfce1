import { describe, expect, test } from "vitest";
import { arm, armed, FIRE, RELOAD, REST, shotsIn, wish } from "../../tests/fixtures/triggers.ts";
import { seconds, WEAPONS, type Weapon, WeaponId, weaponOf } from "../content/index.ts";
import { ammoFields, type Body, Button, carries, giveRounds, roundsOf, takeRounds } from "./index.ts";

const BURST = weaponOf(WeaponId.burst);
const SCATTER = weaponOf(WeaponId.scatter);
const FED = WEAPONS.filter((weapon) => weapon.magazine !== null);

/** A weapon's rounds in the magazine and besides. */
function ammoOf(body: Body, weapon: Weapon): [loaded: number, spare: number] {
  const { loaded, spare } = ammoFields(weapon)!;
  return [body[loaded], body[spare]];
}

/** Commands that certainly empty whatever is loaded. */
const LONG = seconds(60);

describe.each(FED)("the magazine of the $name", (weapon) => {
  const { id } = weapon;
  const magazine = weapon.magazine!;

  test("is spent one round a shot", () => {
    const body = armed(id, magazine.rounds, 0);
    expect(shotsIn(body, FIRE, LONG).length).toBeGreaterThanOrEqual(magazine.rounds);
    expect(roundsOf(body, weapon)).toBe(0);
  });

  test("is reloaded by itself when it is empty, from what is carried besides", () => {
    const body = armed(id, 1, magazine.spare);
    while (ammoOf(body, weapon)[0] > 0) shotsIn(body, FIRE, 1);
    shotsIn(body, REST, 1);
    expect(body.reload).toBe(magazine.reloadTicks);
    expect(shotsIn(body, FIRE, magazine.reloadTicks - 1)).toEqual([]);
    expect(ammoOf(body, weapon)).toEqual([0, magazine.spare]);
    shotsIn(body, REST, 1);
    expect(ammoOf(body, weapon)).toEqual([magazine.rounds, magazine.spare - magazine.rounds]);
  });

  test("takes what is left when that does not fill it", () => {
    const body = armed(id, 0, 2);
    shotsIn(body, REST, magazine.reloadTicks + 1);
    expect(ammoOf(body, weapon)).toEqual([2, 0]);
  });

  test("is topped up when asked, and is not when it is full or nothing is left", () => {
    const body = armed(id, magazine.rounds - 1, 1);
    shotsIn(body, RELOAD, magazine.reloadTicks + 1);
    expect(ammoOf(body, weapon)).toEqual([magazine.rounds, 0]);
    for (const [loaded, spare] of [
      [magazine.rounds, 1],
      [1, 0],
    ]) {
      const other = armed(id, loaded, spare);
      shotsIn(other, RELOAD, 5);
      expect(other.reload).toBe(0);
    }
  });

  test("run dry means that it is not carried any more, and the Pulse is drawn in its own time", () => {
    const body = armed(id, 1, 0);
    while (roundsOf(body, weapon) > 0) shotsIn(body, FIRE, 1);
    expect(carries(body, weapon)).toBe(false);
    expect(body.weapon).toBe(WeaponId.pulse);
    const pulse = weaponOf(WeaponId.pulse);
    const wait = Math.max(pulse.drawTicks, weapon.cooldownTicks);
    expect(shotsIn(body, FIRE, wait)).toEqual([wait - 1]);
    shotsIn(body, wish(0, id + 1), 1);
    expect(body.weapon).toBe(WeaponId.pulse);
  });
});

describe("reloading", () => {
  test("empties the magazine, reloads and goes on, without a command more than it needs", () => {
    const body = armed(WeaponId.burst);
    const { rounds, reloadTicks } = BURST.magazine!;
    const pulls = rounds / BURST.rounds;
    const lastShot = (pulls - 1) * BURST.cooldownTicks + 2 * BURST.roundGapTicks;
    const shots = shotsIn(body, FIRE, lastShot + 1 + reloadTicks);
    expect(shots).toHaveLength(rounds);
    expect(shots.at(-1)).toBe(lastShot);
    expect(body.burstLoaded).toBe(0);
    expect(shotsIn(body, FIRE, 1)).toEqual([0]);
    expect(body.burstLoaded).toBe(rounds - 1);
  });

  test("holds the trigger back until it is done", () => {
    const body = armed(WeaponId.burst, 5);
    const { reloadTicks, rounds } = BURST.magazine!;
    expect(shotsIn(body, RELOAD, 1)).toEqual([]);
    expect(shotsIn(body, FIRE, reloadTicks - 1)).toEqual([]);
    expect(shotsIn(body, FIRE, 1)).toEqual([0]);
    expect(body.burstLoaded).toBe(rounds - 1);
  });

  test("the Pulse has nothing to reload, whatever else is carried", () => {
    const body = arm(armed(WeaponId.burst, 2, 30), WeaponId.pulse);
    shotsIn(body, RELOAD, 5);
    expect(body.reload).toBe(0);
  });
});

describe("rounds that are given", () => {
  const { rounds, spare } = SCATTER.magazine!;

  test("make the weapon one that is carried: the magazine first, then the rest", () => {
    const body = armed(WeaponId.pulse);
    expect(carries(body, SCATTER)).toBe(false);
    expect(giveRounds(body, SCATTER, rounds + 2)).toBe(rounds + 2);
    expect(ammoOf(body, SCATTER)).toEqual([rounds, 2]);
    expect(carries(body, SCATTER)).toBe(true);
  });

  test("do not reload a weapon that is carried, and stop at what can be", () => {
    const body = armed(WeaponId.scatter, 1, spare - 3);
    expect(giveRounds(body, SCATTER, 8)).toBe(3);
    expect(ammoOf(body, SCATTER)).toEqual([1, spare]);
    expect(giveRounds(body, SCATTER, 8)).toBe(0);
  });

  test("of the Pulse are no use", () => {
    expect(giveRounds(armed(WeaponId.pulse), weaponOf(WeaponId.pulse), 8)).toBe(0);
  });

  test("can be taken away all together, and the weapon with them", () => {
    const body = armed(WeaponId.scatter, 2, 5);
    expect(takeRounds(body, SCATTER)).toBe(7);
    expect(carries(body, SCATTER)).toBe(false);
    expect(takeRounds(body, weaponOf(WeaponId.pulse))).toBe(0);
  });
});

describe("the overclock", () => {
  const ACTIVE = seconds(10);

  test("does the work of three ticks in two: cooldown, charge and reload", () => {
    const pulse = armed(WeaponId.pulse);
    pulse.overclock = ACTIVE;
    const ordinary = shotsIn(armed(WeaponId.pulse), FIRE, ACTIVE).length;
    const faster = shotsIn(pulse, FIRE, ACTIVE).length;
    expect(faster / ordinary).toBeGreaterThan(1.35);
    expect(faster / ordinary).toBeLessThanOrEqual(1.5);

    const rail = armed(WeaponId.rail);
    rail.overclock = ACTIVE;
    const charged = Math.ceil(weaponOf(WeaponId.rail).chargeTicks / 1.5);
    expect(shotsIn(rail, FIRE, charged)).toEqual([charged - 1]);

    const { reloadTicks, rounds } = BURST.magazine!;
    const burst = armed(WeaponId.burst, 0);
    burst.overclock = ACTIVE;
    shotsIn(burst, REST, Math.floor(reloadTicks / 1.5) - 1);
    expect(burst.burstLoaded).toBe(0);
    shotsIn(burst, REST, 3);
    expect(burst.burstLoaded).toBe(rounds);
  });

  test("lasts its ticks and no longer", () => {
    const body = armed(WeaponId.pulse);
    body.overclock = ACTIVE;
    shotsIn(body, REST, ACTIVE - 1);
    expect(body.overclock).toBe(1);
    shotsIn(body, REST, 1);
    expect(body.overclock).toBe(0);
    const pause = weaponOf(WeaponId.pulse).cooldownTicks;
    expect(shotsIn(body, FIRE, pause + 1)).toEqual([0, pause]);
  });

  test("spends no more rounds than are there", () => {
    const body = armed(WeaponId.burst, 2, 0);
    body.overclock = ACTIVE;
    expect(shotsIn(body, wish(Button.fire), 10)).toHaveLength(2);
    expect(roundsOf(body, BURST)).toBe(0);
  });
});
