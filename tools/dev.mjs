/** `npm run dev`: client and server from one Vite process on one port, both reloading as you edit. */
import { prepare, runPinned } from "./setup/setup.mjs";

const { HOST = "127.0.0.1", PORT = "2567" } = process.env;

await prepare();
process.exitCode = await runPinned([
  "node_modules/vite/bin/vite.js",
  ...["--host", HOST, "--port", PORT, "--strictPort"],
  ...process.argv.slice(2),
]);
