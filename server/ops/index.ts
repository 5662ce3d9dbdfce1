/** What keeps the process healthy: the beat of its rooms, the frame guard, the exception shield, the log. */
export { expectAcknowledgement } from "./acknowledge.ts";
export { HARD_LIMIT, installBackpressure, SOFT_LIMIT } from "./backpressure.ts";
export { createDrain, drainSteps } from "./drain.ts";
export { type FrameRules, installFrameGuard } from "./frameGuard.ts";
export { GatedTransport, handshakeFault, refuseHalfHandshake } from "./handshakeGate.ts";
export { shareInbox } from "./inbox.ts";
export { type InputForm, takeLeanInputs } from "./leanInputs.ts";
export { frameworkLog, log } from "./log.ts";
export { installOneWrite, stagePing, unstagePing } from "./oneWrite.ts";
export { guardProcess } from "./process.ts";
export { installQuickFields } from "./quickFields.ts";
export { installQuickFrames } from "./quickFrames.ts";
export { shareViews } from "./sharedViews.ts";
export { requireShortestLength } from "./shortestLength.ts";
export { installSteadyClients } from "./steadyClients.ts";
export { SteadyRoom } from "./steadyRoom.ts";
export { BOUNDS_MS, type Spread, type StepMeter, stepMeter } from "./stepMeter.ts";
export { createTickBudget } from "./tickBudget.ts";
