/** One seat per identity, and messages no faster and no longer than honest ones. */
import { Client, type Room } from "@colyseus/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE, LIMITS, MESSAGE_LIMITS, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { ArenaState } from "../../shared/state/index.ts";
import {
  joinPlayer,
  joinRaw,
  type RawClient,
  type RunningServer,
  startServer,
} from "../../tools/headless/index.ts";
import { openLink } from "../../tools/netlab/netlab.ts";

/** Names of all players in a client's room. */
const names = ({ room }: RawClient): string[] =>
  [...room.state.players.values()].map((player) => player.name).sort();

describe("one seat per name", () => {
  let server: RunningServer;
  let witness: RawClient;
  const join = (name: string): Promise<Room> =>
    new Client(server.endpoint).joinById(
      witness.room.roomId,
      { name, protocol: PROTOCOL_VERSION },
      ArenaState,
    );

  beforeAll(async () => {
    server = await startServer({ ARENA: "range", FILL: "0", SEATS: "16", UNIQUE: "name", JOIN_RATE: "0" });
    witness = await joinRaw(server.endpoint, "Witness");
  });
  afterAll(async () => {
    await witness.leave();
    await server.stop();
  });

  it("the second join replaces the first, who is told and does not come back by itself", async () => {
    const first = await joinPlayer(server.endpoint, "Ann");
    const second = await joinRaw(server.endpoint, "ann");
    await first.until(() => first.session.status.at === "closed", "the end");
    const { status } = first.session;
    expect(status.at === "closed" && status.reason).toEqual(CLOSE.replaced);
    expect(CLOSE.replaced.retry).toBe("never");
    await expect.poll(() => names(witness)).toEqual(["Witness", "ann"]);
    await second.leave();
    await first.leave();
    await expect.poll(() => names(witness)).toEqual(["Witness"]);
  });

  it("of many who join at once exactly one stays", async () => {
    const ends: string[] = [];
    const joined: Room[] = [];
    // Whoever is replaced before the first word of the server learns it as an error of the join.
    const tryJoin = async (): Promise<void> => {
      const room = await join("Bob");
      room.reconnection.enabled = false;
      room.onMessage("*", () => {});
      room.onLeave((code) => ends.push(code === CLOSE.replaced.code ? "replaced" : String(code)));
      joined.push(room);
    };
    const tries = await Promise.allSettled(Array.from({ length: 6 }, tryJoin));
    const refused = tries.filter(({ status }) => status === "rejected").length;
    await expect.poll(() => ends.length + refused).toBe(5);
    await expect.poll(() => names(witness)).toEqual(["Bob", "Witness"]);
    expect(new Set(ends)).toEqual(new Set(["replaced"]));
    const last = joined.find((room) => room.connection.isOpen)!;
    await last.leave();
    await expect.poll(() => names(witness)).toEqual(["Witness"]);
  });

  it("replaces a seat that is only held", async () => {
    const link = await openLink(server.port);
    const lost = await joinPlayer(link.endpoint, "Cid");
    link.cut();
    await lost.until(() => lost.session.status.at === "reconnecting", "the loss");
    const next = await joinRaw(server.endpoint, "Cid");
    await expect.poll(() => names(witness)).toEqual(["Cid", "Witness"]);
    link.restore();
    await lost.until(() => lost.session.status.at === "closed", "the end");
    await next.leave();
    await lost.leave();
    await link.close();
  });

  it("a new name may not be somebody else's, and takes nobody's seat", async () => {
    const dan = await joinRaw(server.endpoint, "Dan");
    dan.room.send("rename", { name: "Witness" });
    dan.room.send("rename", { name: "Dana" });
    await expect.poll(() => names(witness)).toEqual(["Dana", "Witness"]);
    await dan.leave();
  });
});

describe("one seat per address", () => {
  it("the second join replaces the first", async () => {
    const server = await startServer({ ARENA: "range", FILL: "0", UNIQUE: "address" });
    const first = await joinRaw(server.endpoint, "Ann");
    const second = await joinRaw(server.endpoint, "Bob");
    expect(await first.closed).toBe(CLOSE.replaced.code);
    await expect.poll(() => names(second)).toEqual(["Bob"]);
    await second.leave();
    await server.stop();
  });
});

describe("messages", () => {
  let server: RunningServer;
  let witness: RawClient;

  beforeAll(async () => {
    server = await startServer({ ARENA: "range", FILL: "0" });
    witness = await joinRaw(server.endpoint, "Witness");
  });
  afterAll(async () => {
    await witness.leave();
    await server.stop();
  });

  it("at the rate of their type pass; one more closes their sender", async () => {
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    const { burst } = MESSAGE_LIMITS.rename;
    for (let i = 1; i <= burst; i++) eve.room.send("rename", { name: `Eve ${i}` });
    await expect.poll(() => names(witness)).toEqual([`Eve ${burst}`, "Witness"]);
    eve.room.send("rename", { name: "Once more" });
    expect(await eve.closed).toBe(CLOSE.flood.code);
    await expect.poll(() => names(witness)).toEqual(["Witness"]);
  });

  it("longer than their type may be are not read, and repeated close their sender", async () => {
    const eve = await joinRaw(server.endpoint, "Eve", witness.room.roomId);
    const long = "e".repeat(MESSAGE_LIMITS.rename.bytes);
    for (let i = 0; i < LIMITS.badFrames; i++) eve.room.send("rename", { name: long });
    expect(await eve.closed).toBe(CLOSE.badFrame.code);
  });

  it("that wait for a connection are few: of many new names only the last is sent", async () => {
    const link = await openLink(server.port);
    const ann = await joinPlayer(link.endpoint, "Ann", witness.room.roomId);
    link.cut();
    await ann.until(() => ann.session.status.at === "reconnecting", "the loss");
    for (let i = 1; i <= 9; i++) ann.session.rename(`Ann ${i}`);
    link.restore();
    await ann.until(() => ann.session.status.at === "playing", "the return");
    await expect.poll(() => names(witness)).toEqual(["Ann 9", "Witness"]);
    await ann.leave();
    await link.close();
  });
});
