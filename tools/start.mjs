/** `npm start`: packages, client, server. Each step does only what has not been done yet. */
import { prepare, runPinned, SERVER_FLAGS } from "./setup/setup.mjs";

await prepare();
const built = await runPinned(["tools/build.ts"]);
process.exitCode = built === 0 ? await runPinned([...SERVER_FLAGS, "server/main.ts"]) : built;
