import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE, LIMITS } from "../../shared/protocol.ts";
import { placedX, placedY } from "../../shared/state/index.ts";
import { joinRaw, type RawClient, type RunningServer, startServer } from "../../tools/headless/index.ts";
import { BINARY, connectWire, reserveSeat } from "../../tools/wire/index.ts";

let server: RunningServer;
let witness: RawClient;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", SEATS: "16" });
  witness = await joinRaw(server.endpoint, "Witness");
});

afterAll(async () => {
  await witness.leave();
  await server.stop();
});

/** Frames that hang, blind or confuse a stock Colyseus 0.18 room, or are plainly none of ours. */
const FRAMES: readonly (readonly [string, readonly number[]])[] = [
  ["an unreliable input of negative length, which never ends", [0x14, 0x00, 0xfe]],
  ["200 million stamps in ten bytes", [0x94, 0xce, 0x00, 0xc2, 0xeb, 0x0b, 0x00, 0x00, 0x00, 0x00]],
  ["a DELETE of an input field", [0x13, 0x40]],
  ["an empty frame", []],
  ["an unknown opcode", [0x1f, 1, 2, 3]],
  ["a bytes message", [0x11, 0xa1, 0x78, 1]],
  ["an input field that does not exist", [0x13, 0x80 | 9, 1]],
  ["an input field twice", [0x13, 0x80, 1, 0x80, 2]],
  ["a field cut short", [0x13, 0x82, 1]],
  ["a stamp cut short", [0x93, 0xce, 1]],
  ["a modifier on a message", [0x8d, 0xa1, 0x78]],
];

/** Ticks and patches that the witness gets in about a second. */
async function pace(): Promise<{ ticks: number; patches: number }> {
  const tick = witness.room.state.tick;
  const patches = witness.patches();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return { ticks: witness.room.state.tick - tick, patches: witness.patches() - patches };
}

describe("hostile frames", () => {
  it.each(FRAMES)("%s: closes its sender and slows nobody", async (_what, frame) => {
    const before = await pace();
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    for (let i = 0; i < LIMITS.badFrames; i++) eve.sendFrame(frame);
    expect(await eve.closed).toBe(CLOSE.badFrame.code);
    const after = await pace();
    expect(after.ticks).toBeGreaterThan(before.ticks * 0.8);
    expect(after.patches).toBeGreaterThan(before.patches * 0.8);
    expect(after.ticks).toBeGreaterThan(45);
  });

  it("numbers beyond their range are brought into it", async () => {
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    // mx and my as -128, aim full, all buttons, weapon 255.
    for (let i = 0; i < 60; i++)
      eve.sendFrame([0x13, 0x80, 0x80, 0x81, 0x80, 0x82, 0xff, 0xff, 0x83, 0xff, 0x84, 0xff]);
    const { tick } = witness.room.state;
    await expect.poll(() => witness.room.state.tick).toBeGreaterThan(tick + 40);
    const player = witness.room.state.players.get(eve.room.sessionId)!;
    // No number at all would have become 0, which is inside of a wall.
    for (const place of [placedX(player), placedY(player)]) expect(place).toBeGreaterThan(32);
    expect(player.weapon).toBe(0);
    await eve.leave();
  });

  it("undecodable messages close their sender", async () => {
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    eve.sendFrame([0x0d, 0xa6, 0x72, 0x65, 0x6e, 0x61, 0x6d, 0x65, 0x82]);
    expect(await eve.closed).toBe(CLOSE.framework.code);
  });

  it("frames above the limit close their sender with 1009", async () => {
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    eve.sendFrame(new Array(LIMITS.frameBytes + 1).fill(0x0d));
    expect([CLOSE.tooBig.code, CLOSE.abnormal.code]).toContain(await eve.closed);
  });

  it("a flood of frames closes its sender", async () => {
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    for (let i = 0; i < LIMITS.framesPerSecond * 2; i++) eve.sendFrame([0x13]);
    expect(await eve.closed).toBe(CLOSE.framework.code);
  });

  it.each([
    ["malformed frames", [[0x1f], [0x1f], [0x1f]]],
    ["a message that cannot be decoded", [[0x0d, 0xa6, 0x72, 0x65, 0x6e, 0x61, 0x6d, 0x65, 0x82]]],
    ["a message of no known type", [[0x0d, 0xa1, 0x78, 0xc0]]],
  ])(
    "who is closed for %s loses the seat at once, also without answering the CLOSE",
    async (_what, frames) => {
      const before = witness.room.state.players.size;
      const seat = await reserveSeat(server.endpoint, "Deaf");
      const deaf = await connectWire(server.port, seat.target);
      deaf.send({ opcode: BINARY, payload: Uint8Array.of(0x0a) });
      await expect.poll(() => witness.room.state.players.size).toBe(before + 1);
      for (const frame of frames) deaf.send({ opcode: BINARY, payload: Uint8Array.from(frame) });
      await expect.poll(() => witness.room.state.players.size, { timeout: 3000 }).toBe(before);
      expect(deaf.ended).toBe(false);
      deaf.destroy();
    },
  );

  it.each(["/assets/nothing.js", "/assets/", "/assets/%", "/%"])(
    "%s is refused without a stack trace",
    async (path) => {
      const before = server.output().length;
      const { status } = await fetch(`${server.endpoint}${path}`);
      expect([400, 403, 404]).toContain(status);
      // What it writes comes through a pipe.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(server.output().slice(before)).toBe("");
    },
  );

  it("has left the witness and the process in good health", async () => {
    expect((await pace()).ticks).toBeGreaterThan(45);
    expect((await fetch(`${server.endpoint}/healthz`)).status).toBe(200);
    expect(server.process.exitCode).toBeNull();
  });
});
