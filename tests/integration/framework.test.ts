/**
 * What Colyseus does without our wrappers. Each of these fails once upstream is mended: the wrapper that it names may
 * go then, together with its test.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Protocol } from "@colyseus/core";
import { Client, type Room } from "@colyseus/sdk";
import { afterEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { CLOSE } from "../../shared/protocol.ts";
import { ask, reserve, socketPath, upgrade } from "../fixtures/edge.ts";

const STOCK = fileURLToPath(new URL("../fixtures/stockServer.ts", import.meta.url));

let child: ChildProcess;

async function startStock(
  room: "holds" | "inputs" | "leaves" | "paced" | "patches" | "steady" | "throws" | "shielded",
): Promise<string> {
  child = spawn(process.execPath, [STOCK], {
    env: { ...process.env, STOCK_ROOM: room, LOG_LEVEL: "silent" },
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("exit", reject);
  });
}

async function join(endpoint: string): Promise<{ room: Room; closed: Promise<number> }> {
  const room = await new Client(endpoint).joinOrCreate("stock");
  room.reconnection.enabled = false;
  const closed = new Promise<number>((resolve) => {
    room.onLeave((code) => resolve(code));
  });
  return { room, closed };
}

/** Whether the process answers a request within a second. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(`${endpoint}/__healthcheck`, { signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
}

afterEach(() => {
  child.kill("SIGKILL");
});

describe("a stock Colyseus server", () => {
  it("hangs for good on a three-byte frame (server/ops/frameGuard.ts)", async () => {
    const endpoint = await startStock("inputs");
    const { room } = await join(endpoint);
    expect(await answers(endpoint)).toBe(true);
    room.connection.send(Uint8Array.of(0x14, 0x00, 0xfe));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await answers(endpoint)).toBe(false);
  });

  it("ends when a step throws (server/ops/exceptionShield.ts)", async () => {
    const endpoint = await startStock("throws");
    const exited = new Promise<number | null>((resolve) => {
      child.once("exit", (code) => resolve(code));
    });
    await join(endpoint).catch(() => {});
    expect(await exited).toBe(1);
  });

  it("ends when a patch throws, even in a room that knows of exceptions (server/ops/exceptionShield.ts)", async () => {
    const endpoint = await startStock("patches");
    const exited = new Promise<number | null>((resolve) => {
      child.once("exit", (code) => resolve(code));
    });
    void join(endpoint).catch(() => {});
    expect(await exited).toBe(1);
  });

  it("keeps a room for ever whose onLeave threw for a lost player (server/ops/exceptionShield.ts)", async () => {
    const endpoint = await startStock("leaves");
    const { room, closed } = await join(endpoint);
    room.connection.close();
    await closed;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // Empty for so long, it should have been disposed, and this join refused.
    const again = await new Client(endpoint).joinById(room.roomId);
    expect(again.roomId).toBe(room.roomId);
  });
});

describe("a stock server at the edge (server/edge)", () => {
  const json = { "content-type": "application/json" };

  it("lets pages of any origin read its answers (edge.ts)", async () => {
    const endpoint = await startStock("inputs");
    const { headers } = await fetch(`${endpoint}/__healthcheck`);
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it("reads bodies of any size (body.ts)", async () => {
    const endpoint = await startStock("inputs");
    const body = JSON.stringify({ filler: "x".repeat(1_000_000) });
    const answer = await fetch(`${endpoint}/matchmake/joinOrCreate/stock`, {
      method: "POST",
      headers: json,
      body,
    });
    expect(answer.status).toBe(200);
  });

  it("never answers a request whose Host is malformed (gate.ts)", async () => {
    const port = Number(new URL(await startStock("inputs")).port);
    const asked = ask({ port, path: "/matchmake/joinOrCreate/stock", headers: { host: "[" } });
    const late = new Promise<string>((resolve) => setTimeout(() => resolve("nothing"), 1000));
    asked.catch(() => {});
    expect(await Promise.race([asked, late])).toBe("nothing");
  });

  it("opens a seat's socket for whoever knows its session id (seats.ts)", async () => {
    const port = Number(new URL(await startStock("inputs")).port);
    const seat = await reserve({ port, path: "/matchmake/joinOrCreate/stock" });
    const { status, socket, first } = await upgrade(port, socketPath({ ...seat, processId: "anything" }));
    expect(status).toBe(101);
    expect((await first)[0]).toBe(Protocol.JOIN_ROOM);
    socket.terminate();
  });

  it("goes on with a client that never says that it is there (server/ops/acknowledge.ts)", async () => {
    const port = Number(new URL(await startStock("inputs")).port);
    const seat = await reserve({ port, path: "/matchmake/joinOrCreate/stock" });
    const { socket } = await upgrade(port, socketPath(seat));
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});

describe("a stock room that holds seats (server/rooms/heldSeats.ts)", () => {
  /** Asks for a seat over a connection of its own; the first byte of the answer, or how the connection was closed. */
  function claim(room: Room, key: string): { socket: WebSocket; answer: Promise<string> } {
    const url = new URL(room.connection.url!);
    url.searchParams.set("reconnectionToken", key);
    const socket = new WebSocket(url);
    const answer = new Promise<string>((resolve) => {
      socket.once("message", (data: Buffer) => resolve(`byte ${data[0]}`));
      socket.once("close", (code) => resolve(`closed ${code}`));
    });
    return { socket, answer };
  }
  const keyOf = (room: Room): string => room.reconnectionToken.split(":")[1]!;

  it("lets a player wait who is back before the loss was noticed", async () => {
    const { room } = await join(await startStock("holds"));
    const { socket, answer } = claim(room, keyOf(room));
    const late = new Promise<string>((resolve) => setTimeout(() => resolve("nothing"), 1000));
    expect(await Promise.race([answer, late])).toBe("nothing");
    socket.terminate();
  });

  it("gives a seat away when its return breaks off before the first word", async () => {
    const { room, closed } = await join(await startStock("holds"));
    const key = keyOf(room);
    (room.connection.transport as unknown as { ws: { close(code: number): void } }).ws.close(4010);
    await closed;
    const first = claim(room, key);
    await first.answer;
    first.socket.terminate();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = claim(room, key);
    // An error frame, and the end.
    expect(await second.answer).toBe("byte 11");
    second.socket.terminate();
  });
});

describe("a room with 60 steps and 30 patches a second", () => {
  /** Patches that are looked at: 33 ms and two steps of 16 2/3 ms part by a step within 50 of them. */
  const PATCHES = 150;

  /** How many steps went into each patch. */
  async function stepsPerPatch(endpoint: string): Promise<number[]> {
    const { room } = await join(endpoint);
    const ticks: number[] = [];
    return new Promise((resolve) => {
      room.onStateChange(({ tick }: { tick: number }) => {
        // The first state is that of the moment of the join.
        if (ticks.push(tick) === PATCHES) resolve(ticks.slice(2).map((each, i) => each - ticks[i + 1]!));
      });
    });
  }
  const isEven = (steps: number): boolean => steps % 2 === 0;

  it("lets its patches slide over its steps (server/ops/steadyRoom.ts)", async () => {
    const steps = await stepsPerPatch(await startStock("paced"));
    expect(steps.every(isEven)).toBe(false);
  });

  it("sends them after every second step when it is steady, at the rates that it advertises", async () => {
    const endpoint = await startStock("steady");
    const steps = await stepsPerPatch(endpoint);
    // A machine that is held up makes up for steps, and one patch carries four.
    expect(steps.every(isEven)).toBe(true);
    expect(steps.filter((each) => each === 2).length).toBeGreaterThan(PATCHES / 2);
    const { room } = await join(endpoint);
    const { tickRate, patchRate } = room.input() as unknown as { tickRate: number; patchRate: number };
    expect({ tickRate, patchRate }).toEqual({ tickRate: 60, patchRate: 33 });
  });
});

describe("a shielded room", () => {
  it("survives exceptions in its step, and is closed when they do not end", async () => {
    const endpoint = await startStock("shielded");
    const { room, closed } = await join(endpoint);
    let top = 0;
    room.onStateChange((state: { tick: number }) => {
      top = Math.max(top, state.tick);
    });
    expect(await closed).toBe(CLOSE.roomFailed.code);
    expect(top).toBeGreaterThan(100);
    expect(await answers(endpoint)).toBe(true);
    expect(child.exitCode).toBeNull();
  });
});
