/** The deterministic rules both sides run: one step of a drone, its shots and what they meet. */
export { blastDamage } from "./blast.ts";
export {
  type AmmoFields,
  ammoFields,
  BODY_FIELDS,
  type Body,
  carries,
  createBody,
  drawWeapon,
  giveRounds,
  killBody,
  Life,
  loadedOf,
  reviveBody,
  roundsOf,
  takeRounds,
} from "./body.ts";
export { rayToCircle } from "./collision.ts";
export { BUTTON_MASK, Button, type Command, STEER_MAX } from "./command.ts";
export { type Grenade, grenadeMeets, launchGrenade, stepGrenade } from "./grenade.ts";
export { foldBody, foldNumber } from "./hash.ts";
export { boltTravel, createShot, meetsDrone, SEQ_MASK, type Shot, shotFrom, shotOf } from "./shot.ts";
export { type StepResult, stepBody } from "./step.ts";
