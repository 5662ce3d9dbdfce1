/** The network laboratory: bad networks on this machine, by name or by measure. docs/netlab.md has the figures. */
export { type Link, type LinkOptions, openLink } from "./link.ts";
export { isInNamespace, obstacleToRoads, runInNamespace } from "./machine.ts";
export { PROFILE_NAMES, PROFILES, type Profile, type ProfileName, profileNamed } from "./profiles.ts";
export { openRoad, type Road } from "./road.ts";
export type { Mishap, Reshape } from "./shape.ts";
