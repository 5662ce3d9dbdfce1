/** Cases of the fuzzer by what they attack, each made from seeded chance alone. */
export { CASE_KINDS, type Case, type CaseKind } from "./case.ts";
export { createDice, type Dice } from "./dice.ts";
export { controlFrame, wildFrame, wrap } from "./frames.ts";
export { anyHandshake, anyRequest, forgedSeat, garbage, matchmaking } from "./http.ts";
export { anyOpcode, brokenInput, fittingInput, INPUT_WIDTHS, mildOpcode } from "./inputs.ts";
export { mildMessage, wildMessage, wildRequest } from "./messages.ts";
