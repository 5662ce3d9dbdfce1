/** What a page needs to play matches of bots by itself; bundled and loaded by sim.test.ts. */
export { readTiled } from "../../shared/arena/index.ts";
export { playFixture } from "../../tools/sim/play.ts";
