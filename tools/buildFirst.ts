/** For tools that need the built client. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Builds the client when it has to be. @throws Error when it cannot be built; the build has said why */
export function buildFirst(): void {
  const { status } = spawnSync(process.execPath, ["tools/build.ts"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error("the client could not be built");
}
