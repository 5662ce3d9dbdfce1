import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLOSE } from "../../shared/protocol.ts";
import {
  joinPlayer,
  joinRaw,
  type Player,
  type RunningServer,
  startServer,
} from "../../tools/headless/index.ts";
import { type Link, openLink } from "../../tools/netlab/netlab.ts";

let server: RunningServer;
let link: Link;
let ann: Player;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", HOLD_SECONDS: "6" });
});

afterAll(async () => {
  await server.stop();
});

beforeEach(async () => {
  link = await openLink(server.port, { delayMs: 20 });
  ann = await joinPlayer(link.endpoint, "Ann");
});

afterEach(async () => {
  await ann.leave();
  await link.close();
});

describe("a connection that is lost", () => {
  it("for 3 s comes back to the same seat, with control within 2 s of the network's return", async () => {
    const witness = await joinRaw(server.endpoint, "Witness", ann.session.roomId);
    const { world } = ann.session;
    const { slot } = world.self!;
    const seat = () => [...witness.room.state.players.values()].find((player) => player.name === "Ann");
    ann.wish.mx = world.self!.x < 500 ? 127 : -127;
    await ann.wait(0.5);
    link.cut();
    await ann.until(() => ann.session.status.at === "reconnecting", "the loss");
    await expect.poll(() => seat()?.connected).toBe(false);
    await ann.wait(3);
    const before = { x: world.self!.x, deaths: world.self!.deaths };
    link.restore();
    const returned = performance.now();
    await ann.until(() => ann.session.status.at === "playing", "the return", 4);
    ann.wish.mx = -ann.wish.mx;
    await ann.until(() => Math.abs(world.self!.x - before.x) > 10, "control", 4);
    const seconds = (performance.now() - returned) / 1000;
    console.log(`reconnect: control ${seconds.toFixed(2)} s after the network's return`);
    expect(seconds).toBeLessThan(2);
    expect(world.self!.slot).toBe(slot);
    await expect.poll(() => seat()?.connected).toBe(true);

    // The predictor is right again: authority agrees with it to the bit while it moves on.
    await ann.wait(0.5);
    const { corrections } = world.link;
    for (const mx of [127, -127, 90]) {
      ann.wish.mx = mx;
      await ann.wait(0.4);
    }
    expect(world.link.corrections).toBe(corrections);
    await witness.leave();
  });

  it("that does not come back in time loses its seat, and the client says so", async () => {
    const witness = await joinRaw(server.endpoint, "Witness", ann.session.roomId);
    link.cut();
    await expect.poll(() => witness.room.state.players.size, { timeout: 9000 }).toBe(1);
    link.restore();
    await ann.until(() => ann.session.status.at === "closed", "the end", 5);
    const { status } = ann.session;
    expect(status.at === "closed" && status.reason.retry).toBe("rejoin");
    await witness.leave();
  });

  it("is not waited for after its player left on purpose", async () => {
    const witness = await joinRaw(server.endpoint, "Witness", ann.session.roomId);
    await ann.leave();
    await expect.poll(() => witness.room.state.players.size).toBe(1);
    await witness.leave();
  });
});

describe("a server that goes away", () => {
  it("tells its players before it stops, and exits with 0", async () => {
    const short = await startServer({ ARENA: "range", FILL: "0" });
    const bob = await joinPlayer(short.endpoint, "Bob");
    const code = await short.stop("SIGTERM");
    await bob.until(() => bob.session.status.at === "closed", "the news");
    const { status } = bob.session;
    expect(status.at === "closed" && status.reason.code).toBe(CLOSE.shutdown.code);
    expect(code).toBe(0);
    await bob.leave();
  });
});
