import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comeBack, type Session } from "../../client/net/index.ts";
import { CLOSE } from "../../shared/protocol.ts";
import {
  joinPlayer,
  joinRaw,
  type Player,
  type RawClient,
  type RunningServer,
  readArena,
  startServer,
} from "../../tools/headless/index.ts";

interface Result {
  readonly room: string;
  readonly finished: boolean;
  readonly players: readonly { readonly name: string; readonly bot: boolean; readonly score: number }[];
}

let folder: string;
let file: string;
let server: RunningServer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "drain-"));
  file = join(folder, "results.jsonl");
});

afterEach(async () => {
  await server.stop("SIGKILL");
  rmSync(folder, { recursive: true });
});

const results = (): Result[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Result);

/** Server, 32 headless players in rooms of 12 seats, some bots of the server's own beside them, and one full session. */
async function crowd(settings: Record<string, string>): Promise<{ raw: RawClient[]; ann: Player }> {
  server = await startServer({
    ...{ ARENA: "range", SEATS: "12", FILL: "10", RESULT_SECONDS: "1", RESULTS_FILE: file },
    ...{ JOIN_RATE: "0", REQUEST_RATE: "0" },
    ...settings,
  });
  const ann = await joinPlayer(server.endpoint, "Ann");
  const raw: RawClient[] = [];
  for (let i = 1; i < 32; i++) raw.push(await joinRaw(server.endpoint, `Bot ${i}`));
  return { raw, ann };
}

/** The code with which a server ends, and after how many seconds. */
async function exit(): Promise<{ code: number | null; seconds: number }> {
  const began = performance.now();
  const code = await new Promise<number | null>((resolve) => server.process.once("exit", resolve));
  return { code, seconds: (performance.now() - began) / 1000 };
}

/** What matchmaking answers. */
async function matchmake(): Promise<number> {
  const answer = await fetch(`${server.endpoint}/matchmake/joinOrCreate/arena`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Late", protocol: 1 }),
  });
  return answer.status;
}

describe("SIGTERM in the middle of a round with 32 players", () => {
  it("lets the rounds end, keeps every result, and exits with 0 before the deadline", async () => {
    const { raw, ann } = await crowd({ ROUND_SECONDS: "7", DRAIN_SECONDS: "30" });
    const rooms = new Set([ann.session.roomId, ...raw.map(({ room }) => room.roomId)]);
    const over = exit();
    server.process.kill("SIGTERM");
    // npm, its shell and the terminal pass on the same signal: that is one, not two.
    server.process.kill("SIGTERM");
    await ann.until(() => ann.session.world.closingSeconds !== null, "the news");
    const told = ann.session.world.closingSeconds!;
    expect([await matchmake(), (await fetch(`${server.endpoint}/healthz`)).status]).toEqual([503, 503]);
    const codes = await Promise.all(raw.map(({ closed }) => closed));
    const { code, seconds } = await over;
    const kept = results();
    console.log(
      `SIGTERM: ${rooms.size} rooms told ${told} s, exit ${code} after ${seconds.toFixed(1)} s, ` +
        `${kept.length} results, ${kept.filter(({ finished }) => finished).length} of them finished`,
    );
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(25);
    expect(told).toBeLessThanOrEqual(8);
    expect(new Set(codes)).toEqual(new Set([CLOSE.shutdown.code]));
    expect(ann.session.status).toEqual({ at: "closed", reason: CLOSE.shutdown });
    // Every room leaves the one result of its round, with everybody in it.
    expect(rooms.size).toBe(3);
    expect(kept.map(({ room }) => room).sort()).toEqual([...rooms].sort());
    expect(kept.every(({ finished }) => finished)).toBe(true);
    const people = kept.flatMap(({ players }) => players.filter(({ bot }) => !bot));
    expect(people).toHaveLength(32);
    await ann.leave();
  });

  it("ends them at the deadline, and keeps what they have come to", async () => {
    const { raw, ann } = await crowd({ ROUND_SECONDS: "300", DRAIN_SECONDS: "2" });
    const over = exit();
    server.process.kill("SIGTERM");
    const { code, seconds } = await over;
    const kept = results();
    console.log(`deadline of 2 s: exit ${code} after ${seconds.toFixed(1)} s, ${kept.length} results`);
    expect(code).toBe(0);
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(8);
    expect(kept.map(({ finished }) => finished)).toEqual([false, false, false]);
    expect(kept.flatMap(({ players }) => players.filter(({ bot }) => !bot))).toHaveLength(32);
    expect(await Promise.all(raw.map(({ closed }) => closed))).toContain(CLOSE.shutdown.code);
    await ann.leave();
  });

  it("ends them at once when it comes again", async () => {
    const { ann } = await crowd({ ROUND_SECONDS: "300", DRAIN_SECONDS: "60" });
    server.process.kill("SIGTERM");
    await ann.until(() => ann.session.world.closingSeconds !== null, "the news");
    await ann.wait(0.5);
    const over = exit();
    server.process.kill("SIGTERM");
    const { code, seconds } = await over;
    console.log(`second signal: exit ${code} after ${seconds.toFixed(2)} s, ${results().length} results`);
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(5);
    expect(results().map(({ finished }) => finished)).toEqual([false, false, false]);
    await ann.leave();
  });
});

describe("kill -9", () => {
  it("is noticed, the seat is tried, and everybody lands in a new room by themselves", async () => {
    const settings = { ARENA: "range", FILL: "0", SEATS: "4" };
    server = await startServer(settings);
    const { port } = server;
    const names = ["Ann", "Bob", "Cid", "Dot"];
    const players = await Promise.all(names.map((name) => joinPlayer(server.endpoint, name)));
    const before = players[0]!.session.roomId;
    await server.stop("SIGKILL");
    for (const player of players) {
      await player.until(() => player.session.status.at === "reconnecting", "the loss");
    }
    await players[0]!.wait(2);
    server = await startServer({ ...settings, PORT: String(port) });
    const back = performance.now();
    const sessions = await Promise.all(
      players.map(async (player, i): Promise<Session> => {
        await player.until(() => player.session.status.at === "closed", "the end of its seat", 10);
        const { status, seat } = player.session;
        if (status.at !== "closed") throw new Error("not closed");
        const join = { endpoint: server.endpoint, name: names[i]!, loadArena: readArena };
        return comeBack({ join, reason: status.reason, seat });
      }),
    );
    const seconds = (performance.now() - back) / 1000;
    const rooms = new Set(sessions.map(({ roomId }) => roomId));
    console.log(
      `kill -9: ${sessions.length} of ${players.length} players in ${rooms.size} new room, ` +
        `${seconds.toFixed(1)} s after the server was back`,
    );
    expect(rooms).not.toContain(before);
    expect(sessions.map(({ status }) => status.at)).toEqual(names.map(() => "playing"));
    expect(seconds).toBeLessThan(15);
    for (const session of sessions) await session.leave();
    for (const player of players) await player.leave();
  });
});
