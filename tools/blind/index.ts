/** A player who decodes nothing and predicts nothing: what it presses and reads of the wire, for loads of any size. */
export { acknowledgedOf, codeOf, isTimed, serverMsOf } from "./frameHead.ts";
export { createHand, type Hand } from "./hand.ts";
export { MOST_INPUT_BYTES, nothingSent, writeInput } from "./inputFrame.ts";
export { createPilot } from "./pilot.ts";
