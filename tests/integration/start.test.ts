import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** Starts the server where it cannot start. Returns what it said and its exit code. */
async function startBroken(settings: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, LOG_LEVEL: "silent", ...settings },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, "exit")) as [number];
  return { code, said: said.trim() };
}

describe("a start that cannot work", () => {
  it("because of a setting says which, what it got and what is allowed", async () => {
    expect(await startBroken({ PORT: "http" })).toEqual({
      code: 1,
      said: 'Crosswire cannot start: PORT is "http", allowed is a whole number from 0 to 65535',
    });
  });

  it("because of a map that does not exist names it", async () => {
    const { code, said } = await startBroken({ ARENA: "atlantis", PORT: "0" });
    expect([code, said]).toEqual([
      1,
      "Crosswire cannot start: map atlantis: there is no assets/maps/atlantis.tmj",
    ]);
  });

  it("because no map is made for the mode names both", async () => {
    const { code, said } = await startBroken({ ARENA: "range", MODES: "courier", PORT: "0" });
    expect([code, said]).toEqual([
      1,
      "Crosswire cannot start: none of the maps of ARENA (range) is made for MODES courier",
    ]);
  });

  it("because the port is taken says so", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { code, said } = await startBroken({ PORT: String(port), HOST: "127.0.0.1" });
    other.close();
    expect([code, said]).toEqual([
      1,
      `Crosswire cannot start: port ${port} is in use; set PORT to a free one`,
    ]);
  });
});
