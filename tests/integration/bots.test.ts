import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Run {
  readonly code: number | null;
  readonly said: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly rows: readonly Readonly<Record<string, number>>[];
  readonly complaints: readonly (readonly [string, number])[];
  readonly page: string;
}

const running = new Set<ChildProcess>();
const folder = mkdtempSync(join(tmpdir(), "crosswire-bots-"));
let runs = 0;

/** Runs `npm run bots` with a report of its own. */
async function bots(...args: string[]): Promise<Run> {
  const out = join(folder, String(runs++));
  const child = spawn(process.execPath, ["tools/bots/main.ts", "--out", out, ...args], { cwd: ROOT });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = (await once(child, "close")) as [number | null];
  running.delete(child);
  const read = (name: string): string => {
    try {
      return readFileSync(join(out, name), "utf8");
    } catch {
      return "";
    }
  };
  return { ...JSON.parse(read("report.json") || "{}"), code, said, page: read("report.html") };
}

// Each run takes the seconds that it plays, and on a busy machine several times as long to begin.
vi.setConfig({ testTimeout: 150_000 });

let server: RunningServer;
let metrics: string;

beforeAll(async () => {
  server = await startServer({ FILL: "0", SEATS: "8", METRICS: "127.0.0.1:0", JOIN_RATE: "0" });
  const said = await vi.waitUntil(() => /Figures of this process: (\S+)/.exec(server.output()));
  metrics = said[1]!;
});

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

/** A crowd that comes in at once, and to whose every member something happens about every other second. */
const CROWD = ["--players", "6", "--ramp", "30/s", "--minutes", "0.15", "--churn", "3000", "--workers", "2"];

describe.concurrent("load-test bots against a server that runs", () => {
  for (const kind of ["full", "lean"] as const) {
    it(`play, ${kind}: they join, their inputs are acknowledged, they leave and come back, and nothing goes wrong`, async () => {
      const { code, said, figures, rows, complaints, page } = await bots(
        ...["--url", server.endpoint, "--metrics", metrics, ...CROWD],
        ...(kind === "lean" ? ["--lean"] : []),
        ...["--assert", "joins>=6", "--assert", "acked>50%", "--assert", "memory.max<2GB"],
      );
      expect(complaints, said).toEqual([]);
      expect(figures).toMatchObject({ errors: 0, disconnects: 0, refused: 0 });
      // A busy machine may have somebody on the way at each look.
      expect(figures.players).toBeGreaterThan(2);
      // Something happened to most of them, and half of it broke their connection.
      expect(figures.joins).toBeGreaterThan(6);
      expect(figures.returns).toBeGreaterThan(0);
      expect(figures["ack.p50"]).toBeGreaterThan(0);
      expect(figures["rtt.p50"]).toBeGreaterThan(0);
      expect(figures["tick.p50"]).toBeGreaterThan(0);
      expect(figures["up.max"]).toBeGreaterThan(200);
      expect(figures["down.max"]).toBeGreaterThan(500);
      expect(rows.length).toBeGreaterThan(8);
      expect(said).toContain("holds  joins>=6");
      expect(page).toContain("</html>");
      expect(code).toBe(0);
    });
  }

  it("say with 1 that a limit did not hold, and with 2 that they were not understood", async () => {
    const short = ["--url", server.endpoint, "--players", "2", "--ramp", "50", "--minutes", "0.05"];
    const [missed, confused] = await Promise.all([
      bots(...short, "--lean", "--assert", "joins>=500"),
      bots(...short, "--assert", "joins>=many"),
    ]);
    expect(missed.said).toContain("FAILS  joins>=500");
    expect(missed.code).toBe(1);
    expect(confused.said).toContain("--assert takes a metric");
    expect(confused.code).toBe(2);
  });
});

it.concurrent("a server that counts by address refuses a crowd, and they say so", async () => {
  const narrow = await startServer({ FILL: "0", CONNECTIONS_PER_ADDRESS: "2" });
  try {
    const { figures, said, code } = await bots(
      ...["--url", narrow.endpoint, "--players", "4", "--ramp", "50", "--minutes", "0.05", "--lean"],
    );
    expect(figures.players).toBe(2);
    expect(said).toContain("CONNECTIONS_PER_ADDRESS");
    expect(code).toBe(1);
  } finally {
    await narrow.stop();
  }
});

it.concurrent("without an address they bring a server of their own, and a bad network when asked", async () => {
  const { code, said, figures } = await bots(
    ...["--players", "2", "--ramp", "50", "--minutes", "0.1", "--net", "cable", "--churn", "0"],
    ...["--server", "FILL=0", "--assert", "rtt.p50>=25ms", "--assert", "tick.p50>0"],
  );
  expect(figures, said).toMatchObject({ errors: 0, disconnects: 0, joins: 2 });
  expect(code).toBe(0);
});
