/**
 * `npm run capacity -- --rooms 16 --at 320 [--seconds 5] [--node=FLAG ...] [--profile]`: the server with so many players, for
 * whoever changes it and compares; with a profile of where its time goes.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableLines } from "../table.ts";
import { lookAt } from "./measure.ts";
import { type MomentOptions, readMomentOptions } from "./options.ts";
import { printProfile } from "./profile.ts";
import { doubtsAbout, HEADS, rowOf } from "./rows.ts";
import { openStage } from "./stage.ts";

const PROFILES = fileURLToPath(new URL("../../../artifacts/profile/", import.meta.url));

async function look({ roomSize, players, seconds, nodeFlags, profile }: MomentOptions): Promise<void> {
  mkdirSync(PROFILES, { recursive: true });
  const file = profile ? `${PROFILES}rooms-of-${roomSize}.cpuprofile` : undefined;
  const stage = await openStage(roomSize, profile ? { nodeFlags, first: false } : { nodeFlags });
  try {
    const figures = await lookAt(stage, players, { seconds, profileTo: file });
    console.log(tableLines(HEADS, [rowOf(figures)]).join("\n"));
    for (const doubt of doubtsAbout(figures)) console.log(`  - ${doubt}`);
  } finally {
    await stage.close();
  }
  if (file !== undefined) printProfile(file);
}

let options: MomentOptions | null = null;
try {
  options = readMomentOptions(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
if (options !== null) await look(options);
