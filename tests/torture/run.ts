/** Runs a torture tool as its command does. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../tools/torture/main.ts", import.meta.url));

/** What a tool said, and its exit code: 0 when everything held. */
export async function torture(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, VITEST: "" } });
  let said = "";
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, said };
}
