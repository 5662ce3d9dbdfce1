/** Rounds over the wire: votes, another map under living sessions, spectators, bots that cover. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placedX, placedY } from "../../shared/state/index.ts";
import {
  joinPlayer,
  joinRaw,
  type Player,
  type RunningServer,
  startServer,
} from "../../tools/headless/index.ts";
import { openLink } from "../../tools/netlab/netlab.ts";

/** Flies to and fro for a while and says how often authority disagreed. */
async function correctionsWhileFlying(player: Player): Promise<number> {
  const before = player.session.world.link.corrections;
  for (let turn = 0; turn < 4; turn++) {
    player.wish.mx = turn % 2 === 0 ? 127 : -127;
    player.wish.my = turn < 2 ? 90 : -90;
    await player.wait(0.3);
  }
  Object.assign(player.wish, { mx: 0, my: 0 });
  return player.session.world.link.corrections - before;
}

describe("a round", () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({
      ...{ ARENA: "foundry,gates", MODES: "ffa,tdm", FILL: "4", SEED: "4" },
      ...{ WARMUP_SECONDS: "1", COUNTDOWN_SECONDS: "1", ROUND_SECONDS: "5" },
      ...{ OVERTIME_SECONDS: "1", RESULT_SECONDS: "1", VOTE_SECONDS: "4" },
    });
  });

  afterAll(() => server.stop());

  it("goes through its phases into one on another map, in the mode that was voted for, in the same session", async () => {
    const ann = await joinPlayer(server.endpoint, "Ann");
    const bob = await joinPlayer(server.endpoint, "Bob", ann.session.roomId);
    const { world } = ann.session;
    const first = { arena: world.arena.name, number: world.round.number };
    await ann.until(() => world.round.phase === "vote", "the vote", 20);
    expect(world.round.choices.length).toBeGreaterThanOrEqual(2);
    expect(world.round.choices).not.toContainEqual(
      expect.objectContaining({ arena: first.arena, mode: world.round.mode }),
    );
    const choice = world.round.choices.findIndex(({ arena, mode }) => arena !== first.arena && mode === 1);
    expect(choice).toBeGreaterThanOrEqual(0);
    await bob.until(() => bob.session.world.round.choices.length > choice, "the ballot", 3);
    ann.session.vote(choice);
    bob.session.vote(choice);
    await ann.until(() => world.round.choices[choice]?.votes === 2, "the count", 3);
    await ann.until(() => world.round.number > first.number, "the next round", 8);
    await ann.until(() => world.arena.name !== first.arena, "the other map", 3);
    expect(world.round.mode).toBe(1);
    expect(world.racks).toHaveLength(world.arena.items.length);
    expect(world.round.teamScores).toEqual([0, 0, 0]);
    await ann.until(() => world.self !== null && world.round.phase === "live", "play", 8);
    expect(new Set(world.drones.map(({ team }) => team))).toEqual(new Set([1, 2]));
    expect(world.self!.team).not.toBe(bob.session.world.self!.team);
    await ann.wait(0.4);
    expect(await correctionsWhileFlying(ann)).toBeLessThanOrEqual(1);
    const phases = ann.events.flatMap((event) => (event.type === "phase" ? [event.phase] : []));
    expect(phases.join(" ")).toContain("podium vote warmup countdown live");
    expect(ann.events.filter(({ type }) => type === "arena")).toHaveLength(1);
    expect(ann.session.status.at).toBe("playing");
    await Promise.all([ann.leave(), bob.leave()]);
  });

  it("tells everybody at its end what everybody has done", async () => {
    const ann = await joinPlayer(server.endpoint, "Ann");
    const { world } = ann.session;
    await ann.until(() => world.round.phase === "podium", "the podium", 20);
    await ann.until(() => world.records?.final === true, "the records", 3);
    expect(world.records!.players.map(({ name }) => name)).toContain("Ann");
    expect(world.records!.players).toHaveLength(world.drones.length);
    const late = await joinPlayer(server.endpoint, "Late", ann.session.roomId);
    if (late.session.world.round.phase === "podium")
      await late.until(() => late.session.world.records?.final === true, "the records", 3);
    await Promise.all([ann.leave(), late.leave()]);
  });
});

describe("somebody who watches", () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ FILL: "3", ROUND_SECONDS: "600" });
  });

  afterAll(() => server.stop());

  it("counts as nobody, sees through another's eyes, and takes a drone again", async () => {
    const ann = await joinPlayer(server.endpoint, "Ann");
    const bob = await joinPlayer(server.endpoint, "Bob", ann.session.roomId);
    const { world } = ann.session;
    ann.session.spectate();
    await ann.until(() => world.self === null && world.watching !== null, "the seat of a spectator");
    await bob.until(() => bob.session.world.spectators.some(({ name }) => name === "Ann"), "the spectator");
    // A bot has come for the drone.
    await bob.until(() => bob.session.world.drones.length === 3, "the bot");
    await ann.until(() => world.focus !== null, "somebody to watch");
    const first = world.focus!.slot;
    ann.session.watchNext(1);
    await ann.until(() => world.focus !== null && world.focus.slot !== first, "the next one");
    await ann.wait(2.2);
    ann.session.play();
    await ann.until(() => world.self?.alive === true, "the drone");
    expect(world.watching).toBeNull();
    expect(world.focus).toBe(world.self);
    await bob.until(() => bob.session.world.drones.length === 3, "one bot less");
    await ann.wait(0.4);
    expect(await correctionsWhileFlying(ann)).toBeLessThanOrEqual(1);
    await Promise.all([ann.leave(), bob.leave()]);
  });
});

describe("the drone of somebody whose connection is lost", () => {
  it("is flown by a bot under the old name and score, and handed back", async () => {
    const server = await startServer({ ARENA: "range", FILL: "0", HOLD_SECONDS: "10" });
    const link = await openLink(server.port, { delayMs: 10 });
    const ann = await joinPlayer(link.endpoint, "Ann");
    const witness = await joinRaw(server.endpoint, "Witness", ann.session.roomId);
    const seat = () => [...witness.room.state.players.values()].find(({ name }) => name === "Ann");
    await expect.poll(() => seat()?.alive).toBe(1);
    link.cut();
    await expect.poll(() => seat()?.connected, { timeout: 8000 }).toBe(false);
    const place = () => ({ x: placedX(seat()!), y: placedY(seat()!) });
    const { slot } = seat()!;
    const { x, y } = place();
    await expect.poll(() => Math.hypot(place().x - x, place().y - y), { timeout: 8000 }).toBeGreaterThan(64);
    expect(seat()).toMatchObject({ slot, bot: false });
    link.restore();
    await ann.until(() => ann.session.status.at === "playing", "the return", 8);
    await expect.poll(() => seat()?.connected).toBe(true);
    // Whoever is back and touches nothing comes to rest: nobody else has a hand on it.
    await ann.wait(0.6);
    const resting = place();
    await ann.wait(0.5);
    if (seat()!.alive === 1) expect(place()).toEqual(resting);
    expect(ann.session.world.self!.slot).toBe(slot);
    await Promise.all([ann.leave(), witness.leave()]);
    await link.close();
    await server.stop();
  });
});
