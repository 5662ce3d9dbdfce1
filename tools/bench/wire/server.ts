/** Serves one rival in a process of its own: is sent what to serve, answers with the port, and with its processor time when asked. */

import { tell } from "../apart.ts";
import type { Fight } from "./movement.ts";
import { RIVALS } from "./rivals/index.ts";

/** What is served. */
export interface Serve {
  readonly rival: string;
  readonly fight: Fight;
}

process.once("message", async (message) => {
  const { rival, fight } = message as Serve;
  const { port } = await RIVALS.find(({ name }) => name === rival)!.serve(fight);
  tell({ port });
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    tell({ cpuUs: user + system });
  });
});
