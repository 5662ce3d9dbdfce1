import { queryObjects } from "node:v8";
import { TypeContext } from "@colyseus/schema";
import { Room } from "@colyseus/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { angleTo } from "../../shared/math/index.ts";
import { CLOSE, OUTDATED, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { Button } from "../../shared/sim/index.ts";
import { joinPlayer, joinRaw, type RunningServer, startServer } from "../../tools/headless/index.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", SEATS: "3" });
});

afterAll(async () => {
  await server.stop();
});

async function matchmake(
  method: string,
  room: string,
  body: unknown,
): Promise<{ code?: number; error?: string }> {
  const response = await fetch(`${server.endpoint}/matchmake/${method}/${room}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { code?: number; error?: string };
}

describe("two players in one room", () => {
  it("see each other move, shoot, hit, die and return", async () => {
    const ann = await joinPlayer(server.endpoint, "Ann");
    const bob = await joinPlayer(server.endpoint, "Bob");
    expect(bob.session.roomId).toBe(ann.session.roomId);
    const prey = () => ann.session.world.drones.find((drone) => !drone.self);
    await ann.until(() => prey()?.name === "Bob", "Bob's drone");

    bob.wish.my = 127;
    const before = prey()!.y;
    await ann.until(() => prey()!.y > before + 20, "Bob to move");
    bob.wish.my = 0;

    await ann.until(() => !prey()!.protected, "the end of Bob's protection");
    const { world } = ann.session;
    ann.wish.buttons = Button.fire;
    await ann.until(() => {
      ann.wish.aim = angleTo(prey()!.x - world.self!.x, prey()!.y - world.self!.y);
      return ann.events.some((event) => event.type === "kill");
    }, "a kill");
    ann.wish.buttons = 0;
    await ann.until(() => world.self!.kills === 1 && world.self!.score === 1, "the score");
    await bob.until(() => bob.events.some((event) => event.type === "hurt"), "the news of being hurt");
    await bob.until(() => bob.session.world.self!.alive === false, "death", 2);
    expect(bob.session.world.own.respawnIn).toBeGreaterThan(0);
    await bob.until(() => bob.session.world.self!.alive, "the respawn", 5);
    expect(bob.session.world.self!.deaths).toBe(1);

    await Promise.all([ann.leave(), bob.leave()]);
  });

  it("may change their names, and others read the new one", async () => {
    const ann = await joinPlayer(server.endpoint, "Ann");
    const bob = await joinPlayer(server.endpoint, "Bob", ann.session.roomId);
    bob.session.rename("  Ｒoberta ");
    await ann.until(() => ann.session.world.drones.some((drone) => drone.name === "Roberta"), "the new name");
    await Promise.all([ann.leave(), bob.leave()]);
  });

  it("do not see what only the other one may know", async () => {
    const ann = await joinRaw(server.endpoint, "Ann");
    const bob = await joinRaw(server.endpoint, "Bob", ann.room.roomId);
    const mine = () => bob.room.state.players.get(bob.room.sessionId);
    const others = () => bob.room.state.players.get(ann.room.sessionId);
    await expect.poll(() => mine()?.burstLoaded).toBe(0);
    await expect.poll(() => others()?.name).toBe("Ann");
    expect(others()?.vx).toBeUndefined();
    expect(others()?.burstLoaded).toBeUndefined();
    await Promise.all([ann.leave(), bob.leave()]);
  });
});

describe("a client that joins again and again", () => {
  it("keeps nothing of the rooms that it has left", async () => {
    const visit = async (): Promise<void> => {
      const ann = await joinPlayer(server.endpoint, "Ann");
      await ann.until(() => ann.commands > 5, "some inputs");
      await ann.leave();
    };
    // What is made once for all rooms is there after the first.
    await visit();
    const types = TypeContext.cachedContexts.size;
    for (let i = 0; i < 3; i++) await visit();
    expect(TypeContext.cachedContexts.size).toBe(types);
    await expect.poll(() => Number(queryObjects(Room)), { timeout: 5000 }).toBeLessThanOrEqual(1);
  });
});

describe("the door", () => {
  it("seats as many as there are seats, then opens another room", async () => {
    const clients = [];
    for (const name of ["A", "B", "C", "D"]) clients.push(await joinRaw(server.endpoint, name));
    expect(clients[2]!.room.roomId).toBe(clients[0]!.room.roomId);
    expect(clients[3]!.room.roomId).not.toBe(clients[0]!.room.roomId);
    await Promise.all(clients.map((client) => client.leave()));
  });

  it("turns away an old page with words for its player", async () => {
    const answer = await matchmake("joinOrCreate", "arena", { name: "Ann", protocol: PROTOCOL_VERSION - 1 });
    expect(answer).toMatchObject({ code: 525, error: OUTDATED });
  });

  it.each([
    ["no options", {}],
    ["no name", { protocol: PROTOCOL_VERSION }],
    ["an empty name", { name: "   ", protocol: PROTOCOL_VERSION }],
    ["a long name", { name: "x".repeat(17), protocol: PROTOCOL_VERSION }],
    ["a name with control characters", { name: "a\u0000b", protocol: PROTOCOL_VERSION }],
    ["a name that is an object", { name: { toString: "x" }, protocol: PROTOCOL_VERSION }],
  ])("turns away %s", async (_what, options) => {
    expect((await matchmake("joinOrCreate", "arena", options)).code).toBe(525);
  });

  it("lets nobody make rooms of their own, nor set one up through options", async () => {
    expect((await matchmake("create", "arena", {})).code).toBe(404);
    const settings = { seats: 1000, rewindMs: 1e9 };
    const answer = await matchmake("joinOrCreate", "arena", {
      name: "Eve",
      protocol: PROTOCOL_VERSION,
      settings,
    });
    expect(answer.code).toBeUndefined();
    const eve = await joinRaw(server.endpoint, "Eve");
    expect(eve.room.state.arena).toBe("range");
    await eve.leave();
  });

  it("answers the health check", async () => {
    const response = await fetch(`${server.endpoint}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
  });
});

describe("messages", () => {
  it.each([
    ["an unknown type", (send: (type: string, data?: unknown) => void) => send("teleport", { x: 1 })],
    ["a malformed rename", (send: (type: string, data?: unknown) => void) => send("rename", { name: 7 })],
    ["a rename to nothing", (send: (type: string, data?: unknown) => void) => send("rename", { name: "" })],
    ["a rename without a body", (send: (type: string, data?: unknown) => void) => send("rename")],
  ])("close the connection of who sends %s, and of nobody else", async (_what, speak) => {
    const ann = await joinRaw(server.endpoint, "Ann");
    const eve = await joinRaw(server.endpoint, "Eve", ann.room.roomId);
    speak((type, data) => eve.room.send(type, data));
    expect(await eve.closed).toBe(CLOSE.badMessage.code);
    const before = ann.patches();
    await expect.poll(() => ann.patches()).toBeGreaterThan(before + 5);
    await expect.poll(() => ann.room.state.players.size).toBe(1);
    await ann.leave();
  });
});
