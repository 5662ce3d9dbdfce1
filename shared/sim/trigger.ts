import { STARTER, WEAPONS, type Weapon, weaponOf } from "../content/index.ts";
import { ammoFields, type Body, carries, drawWeapon, loadedOf, loadMagazine } from "./body.ts";
import { Button, type Command } from "./command.ts";

/** Draws another weapon if it is carried. */
function switchWeapon(body: Body, pick: number): void {
  const wanted = pick - 1;
  if (wanted < 0 || wanted === body.weapon || wanted >= WEAPONS.length) return;
  if (carries(body, weaponOf(wanted))) drawWeapon(body, wanted);
}

/** Ticks that this one counts for a weapon: an overclocked one does the work of three in two. */
function paceOf(body: Body): number {
  return body.overclock % 2 === 1 ? 2 : 1;
}

function countDown(ticks: number, pace: number): number {
  return Math.max(0, ticks - pace);
}

/** Counts a reload down and fills the magazine at its end; starts one when asked to, or when the magazine is empty. */
function stepReload(body: Body, command: Command, weapon: Weapon, pace: number): void {
  const fields = ammoFields(weapon);
  if (fields === null || weapon.magazine === null) return;
  if (body.reload > 0) {
    body.reload = countDown(body.reload, pace);
    if (body.reload === 0) loadMagazine(body, fields, weapon.magazine);
    return;
  }
  const full = body[fields.loaded] >= weapon.magazine.rounds;
  if (full || body[fields.spare] === 0 || body.roundsLeft > 0) return;
  const asked = (command.buttons & Button.reload) !== 0;
  if (asked || body[fields.loaded] === 0) {
    body.reload = weapon.magazine.reloadTicks;
    body.charge = 0;
  }
}

/** Spends one round. */
function spend(body: Body, weapon: Weapon): void {
  const fields = ammoFields(weapon);
  if (fields !== null) body[fields.loaded] -= 1;
}

/** Whether the trigger has been held long enough; letting go starts the charge anew. */
function isCharged(body: Body, weapon: Weapon, wanted: boolean, pace: number): boolean {
  if (weapon.chargeTicks === 0) return wanted;
  body.charge = wanted ? Math.min(weapon.chargeTicks, body.charge + pace) : 0;
  return body.charge === weapon.chargeTicks;
}

/** Begins a pull of the trigger when everything is ready for it. */
function pull(body: Body, command: Command, weapon: Weapon, pace: number): void {
  if (body.roundsLeft > 0) return;
  const ready = body.cooldown === 0 && body.reload === 0 && loadedOf(body, weapon) > 0;
  const wanted = ready && (command.buttons & Button.fire) !== 0;
  if (!isCharged(body, weapon, wanted, pace)) return;
  body.roundsLeft = Math.min(weapon.rounds, loadedOf(body, weapon));
  body.roundGap = 0;
  body.cooldown = weapon.cooldownTicks;
  body.charge = 0;
}

/**
 * Runs the weapon in hand for one tick: switching, reload, charge, trigger, the rounds of a burst.
 * All times are counted in commands, so prediction and authority agree whatever the network does.
 * @returns id of the weapon of which a shot leaves on this tick, or -1
 */
export function stepTrigger(body: Body, command: Command): number {
  const pace = paceOf(body);
  if (body.overclock > 0) body.overclock -= 1;
  switchWeapon(body, command.pick);
  body.cooldown = countDown(body.cooldown, pace);
  body.roundGap = countDown(body.roundGap, pace);
  const weapon = weaponOf(body.weapon);
  stepReload(body, command, weapon, pace);
  pull(body, command, weapon, pace);
  if (body.roundsLeft === 0 || body.roundGap > 0) return -1;
  body.roundsLeft -= 1;
  body.roundGap = weapon.roundGapTicks;
  spend(body, weapon);
  if (!carries(body, weapon)) drawWeapon(body, STARTER);
  return weapon.id;
}
