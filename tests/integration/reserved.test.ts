/** Players whose seat is asked for before their code is there that takes it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinArena } from "../../client/net/index.ts";
import { reserveSeat } from "../../client/net/reserve.ts";
import { LIMITS } from "../../shared/protocol.ts";
import { joinRaw, type RunningServer, readArena, startServer } from "../../tools/headless/index.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", SEATS: "2", JOIN_RATE: "0" });
});

afterAll(() => server.stop());

const join = (name: string, reserved: ReturnType<typeof reserveSeat>) =>
  joinArena({ endpoint: server.endpoint, name, loadArena: readArena, reserved });

describe("a seat that was asked for ahead", () => {
  it("is the one that is taken, and the only one", async () => {
    const reserved = reserveSeat(server.endpoint, { name: "Ann" });
    const kept = await reserved;
    const ann = await join("Ann", reserved);
    expect(ann.roomId).toBe(kept?.roomId);
    expect(ann.name).toBe("Ann");
    // The room has two seats: had Ann taken another one, Bob would be alone in a second room.
    const bob = await joinRaw(server.endpoint, "Bob");
    expect(bob.room.roomId).toBe(ann.roomId);
    await Promise.all([ann.leave(), bob.leave()]);
  });

  it("is asked for again when it was not to be had, or is not kept any more", async () => {
    const ann = await join("Ann", Promise.resolve(null));
    const used = reserveSeat(server.endpoint, { name: "Bob", roomId: ann.roomId });
    const bob = await join("Bob", used);
    expect(bob.roomId).toBe(ann.roomId);
    await bob.leave();
    const again = await join("Bob", used);
    expect(again.roomId).toBe(ann.roomId);
    await Promise.all([ann.leave(), again.leave()]);
  });

  it("is null where there is none, and then the usual way says why", async () => {
    const wish = { name: "Ann", roomId: "nowhere" };
    expect(await reserveSeat(server.endpoint, wish)).toBeNull();
    expect(await reserveSeat("http://127.0.0.1:1", wish)).toBeNull();
    const reserved = reserveSeat(server.endpoint, wish);
    const joining = joinArena({ ...wish, endpoint: server.endpoint, loadArena: readArena, reserved });
    await expect(joining).rejects.toMatchObject({ why: "gone", retry: true });
  });

  it("is free again for others when nobody comes to take it", { timeout: 30_000 }, async () => {
    const ann = await joinRaw(server.endpoint, "Ann");
    const wish = { name: "Bob", roomId: ann.room.roomId };
    expect(await reserveSeat(server.endpoint, wish)).not.toBeNull();
    expect(await reserveSeat(server.endpoint, wish)).toBeNull();
    await expect
      .poll(() => reserveSeat(server.endpoint, wish), { timeout: LIMITS.seatSeconds * 2000, interval: 500 })
      .not.toBeNull();
    await ann.leave();
  });
});
