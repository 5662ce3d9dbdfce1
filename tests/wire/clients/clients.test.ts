/**
 * Clients that others wrote, each with its own reading of RFC 6455, join and play. `WIRE_SECONDS` says how long; a run
 * of `npm run test:wire -- --minute` is a minute for each.
 */
import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { PROTOCOL_VERSION } from "../../../shared/protocol.ts";
import { findChromium } from "../../../tools/gates/chromium.ts";
import { CLOSE, type Frame, openTap, PING, PONG, type Tapped } from "../../../tools/wire/index.ts";
import { inputCost, patchCost, sayCost } from "../cost.ts";
import { codeOf, describeClose, GAME, useServer } from "../game.ts";
import { note } from "../note.ts";
import { playInChromium } from "./chromium.ts";
import type { Played } from "./played.ts";

/** Seconds that each client plays; enough for the server to drop one that leaves its PINGs unanswered. */
const SECONDS = Number(process.env.WIRE_SECONDS ?? 4);

/** Starting a browser or a Java takes most of the rest. */
const LIMIT_MS = (SECONDS + 60) * 1000;

/** Patches a second that are too few even on a machine that is busy with other things; a free one sends 30. */
const LEAST_PATCHES_HZ = 20;

const server = useServer({ PING_SECONDS: "1", PING_MISSES: "2" });

const PYTHON = "/usr/bin/python3";
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function run(command: string, ...args: string[]): Promise<Played> {
  const { stdout } = await promisify(execFile)(command, args, { timeout: LIMIT_MS });
  return JSON.parse(stdout) as Played;
}

/** Ends with 0 and may say something that is looked for. */
function has(command: string, args: readonly string[], text = ""): boolean {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 && stdout.includes(text);
}

interface Independent {
  readonly name: string;
  readonly missing: () => string | null;
  readonly play: (endpoint: string) => Promise<Played>;
  /** Code that it closes with; both are what a player who leaves may send. */
  readonly close: number;
  readonly sendsPing: boolean;
}

const CLIENTS: readonly Independent[] = [
  {
    name: "Python's websockets",
    missing: () =>
      has(PYTHON, ["-c", "import websockets"])
        ? null
        : "python3-websockets is not installed (apt-get install)",
    play: (endpoint) => run(PYTHON, here("client.py"), endpoint, `${PROTOCOL_VERSION}`, `${SECONDS}`),
    close: 1000,
    sendsPing: true,
  },
  {
    name: "Java's java.net.http.WebSocket",
    // Running a source file needs the compiler, which a bare runtime leaves out.
    missing: () =>
      has("java", ["--list-modules"], "jdk.compiler")
        ? null
        : "there is no JDK (apt-get install default-jdk-headless)",
    play: (endpoint) => run("java", here("Client.java"), endpoint, `${PROTOCOL_VERSION}`, `${SECONDS}`),
    close: 4000,
    sendsPing: true,
  },
  {
    name: "Chromium's WebSocket",
    missing: () => (findChromium() === undefined ? "there is no Chromium (apt-get install chromium)" : null),
    play: (endpoint) => playInChromium(endpoint, PROTOCOL_VERSION, SECONDS),
    close: 4000,
    sendsPing: false,
  },
];

/** Milliseconds of the server's clock that a patch carries. */
const timeOf = (patch: Frame): number => patch.payload.readUInt32LE(1);

/** The longest wait between two patches, in ms of the server's clock. */
function longestGap(patches: readonly Frame[]): number {
  return patches.slice(1).reduce((most, patch, i) => Math.max(most, timeOf(patch) - timeOf(patches[i]!)), 0);
}

/** Data of the PINGs of one side that the other side did not give back; each answer counts for one. */
function unanswered(asking: readonly Frame[], answering: readonly Frame[]): string[] {
  const left = answering
    .filter(({ opcode }) => opcode === PONG)
    .map(({ payload }) => payload.toString("hex"));
  const asked = asking.filter(({ opcode }) => opcode === PING).map(({ payload }) => payload.toString("hex"));
  return asked.filter((data) => {
    const at = left.indexOf(data);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What went over the wire, whatever the client says of it. */
function checkWire({ client, server: game }: Tapped, close: number): void {
  expect(client.frames.every((frame) => frame.masked)).toBe(true);
  expect(game.frames.some((frame) => frame.masked)).toBe(false);
  expect(game.frames.filter((frame) => frame.opcode === PING).length).toBeGreaterThan(0);
  // The last one may have crossed the CLOSE of a client, who need not answer any more (RFC 6455 section 5.5.2).
  const last = game.frames.findLast(({ opcode }) => opcode === PING)!;
  const earlier = game.frames.filter((frame) => frame !== last);
  expect(unanswered(earlier, client.frames)).toEqual([]);
  expect(unanswered(client.frames, game.frames)).toEqual([]);
  expect(client.frames.filter((f) => f.opcode === CLOSE).map(describeClose)).toEqual([close]);
  expect(game.frames.filter((f) => f.opcode === CLOSE).map(describeClose)).toEqual([close]);
}

describe.each(CLIENTS)("$name", ({ missing, play, close, sendsPing }) => {
  it(
    `plays ${SECONDS} s, answers the server's PING, and closes with ${close}`,
    async ({ task, skip }) => {
      const reason = missing();
      if (reason !== null) {
        note(task, `skipped: ${reason}`);
        skip(reason);
      }
      const tap = await openTap(server().port);
      try {
        const played = await play(tap.endpoint);
        const [socket, ...more] = tap.sockets;
        expect(more).toEqual([]);
        const patches = socket!.server.frames.filter((frame) => codeOf(frame) === GAME.patch);
        note(task, `${played.inputs} inputs sent, ${played.patches} patches received in ${SECONDS} s`);
        note(task, sayCost("an input up", inputCost(socket!)));
        note(task, sayCost("a patch down", patchCost(socket!)));

        expect(played.close).toBe(close);
        expect(played.pong ?? false).toBe(sendsPing);
        expect(played.inputs).toBeGreaterThan(50 * SECONDS);
        expect(inputCost(socket!).frames).toBe(played.inputs);
        expect(played.patches).toBeGreaterThan(LEAST_PATCHES_HZ * SECONDS);
        expect(longestGap(patches)).toBeLessThan(1000);
        // The inputs were taken: the last patch acknowledges nearly all of them.
        expect(patches.at(-1)!.payload.readUInt32LE(5)).toBeGreaterThan(played.inputs * 0.8);
        checkWire(socket!, close);
      } finally {
        await tap.close();
      }
    },
    LIMIT_MS,
  );
});
