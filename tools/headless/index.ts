/** Players without a screen and servers of their own, for probes and tests. */
export { type DevCopy, startDevCopy } from "./devCopy.ts";
export { joinModified, type ModifiedClient } from "./modified.ts";
export { joinPlayer, type Player, readArena } from "./player.ts";
export { joinRaw, type RawClient } from "./raw.ts";
export { type ProcessOptions, type RunningServer, startServer } from "./server.ts";
