/** `npm test`: packages, then every gate. `npm test -- --only unit` runs one kind of test. */
import { prepare, runPinned } from "./setup/setup.mjs";

await prepare();
process.exitCode = await runPinned(["tools/gates/gates.ts", ...process.argv.slice(2)]);
