/** `npm run test:flood`: 200 dawdling connections and 1,000 joins a second from one address; can another one play? */
import { runFlood } from "./flood.ts";

/** The longest that a join may take under attack, in ms. */
const MOST_MS = 2000;

const { damage, seconds, joinMs, patches } = await runFlood({
  dawdlers: 200,
  joinsPerSecond: 1000,
  before: 8,
  players: 5,
});
const slowest = Math.max(...joinMs);
const rate = (count: number): string => `${Math.round(count / seconds)}/s`;
console.log(`attack from one address for ${seconds.toFixed(1)} s`);
console.log(`  dawdling connections   ${damage.dawdling} at the end, ${damage.closed} closed by the server`);
console.log(`  joins asked for        ${damage.joins} (${rate(damage.joins)})`);
for (const [status, count] of Object.entries(damage.answers))
  console.log(`  answered ${status === "0" ? "by a broken connection" : status}`.padEnd(25), count);
console.log("players from another address");
console.log(`  join to drone, ms      ${joinMs.map((ms) => ms.toFixed(0)).join(" ")}`);
console.log(
  `  who plays already gets ${patches.under.toFixed(1)} patches/s (${patches.before.toFixed(1)} before)`,
);
const held = slowest <= MOST_MS && joinMs.length > 0;
console.log(held ? `held: every join within ${MOST_MS} ms` : `FAILED: a join took ${slowest.toFixed(0)} ms`);
process.exitCode = held ? 0 : 1;
