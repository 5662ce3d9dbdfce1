/** Connects, predicts, reconciles, reconnects. Turns a room into a world that view and HUD only read. No Phaser. */
export { BUILD } from "./build.ts";
export { COMEBACK, type ComebackOptions, comeBack, comesBack } from "./comeback.ts";
export { type ArenaJoin, JoinError, joinArena, resumeArena } from "./join.ts";
export { watchReturns } from "./returns.ts";
export type {
  Bolt,
  Choice,
  Drone,
  Instruments,
  Link,
  Mine,
  PhaseName,
  Rack,
  Round,
  Session,
  Status,
  World,
} from "./world.ts";
export type { WorldEvent } from "./worldEvents.ts";
