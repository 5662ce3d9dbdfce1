import { DRONE, TICK_HZ, WEAPONS, weaponOf } from "../../shared/content/index.ts";
import { ammoFields, type Body, carries, Life } from "../../shared/sim/index.ts";
import type { Instruments } from "./world.ts";

/** How far a weapon is charged, 0..1; 0 for one that does not charge. */
export function chargeOf(weaponId: number, chargedTicks: number): number {
  const { chargeTicks } = weaponOf(weaponId);
  return chargeTicks === 0 ? 0 : Math.min(1, chargedTicks / chargeTicks);
}

/**
 * Reads the instruments off the predicted body.
 * @param respawnAt tick of the respawn while dead
 * @param tick that the server is at by now
 */
export function readInstruments(own: Instruments, body: Body, respawnAt: number, tick: number): void {
  const { magazine } = weaponOf(body.weapon);
  const full = body.dashCharges >= DRONE.dash.charges;
  own.dashCharges = body.dashCharges;
  own.dashProgress = full ? 1 : body.dashRecharge / DRONE.dash.rechargeTicks;
  own.reloadProgress = body.reload > 0 && magazine !== null ? 1 - body.reload / magazine.reloadTicks : 1;
  own.charge = chargeOf(body.weapon, body.charge);
  own.overclockIn = body.overclock / TICK_HZ;
  for (const weapon of WEAPONS) {
    const arm = own.arms[weapon.id];
    if (arm === undefined) continue;
    const fields = ammoFields(weapon);
    arm.carried = carries(body, weapon);
    arm.loaded = fields === null ? null : body[fields.loaded];
    arm.spare = fields === null ? null : body[fields.spare];
  }
  own.respawnIn = body.alive === Life.out ? Math.max(0, respawnAt - tick) / TICK_HZ : 0;
}
