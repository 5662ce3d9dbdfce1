import { Decoder, Encoder, StateView } from "@colyseus/schema";
import { describe, expect, test } from "vitest";
import { loadArena } from "../../tests/fixtures/arenas.ts";
import { createHammer } from "../../tests/fixtures/drones.ts";
import { POSITION, seconds, VELOCITY, WEAPONS } from "../content/index.ts";
import { createRandom, snap } from "../math/index.ts";
import { BODY_FIELDS, giveRounds, reviveBody, stepBody } from "../sim/index.ts";
import { ArenaState, OWNER, PlayerState, SEEN } from "./index.ts";

/** A server's state with one player, and what the client of that player has of it. */
function connect(): { player: PlayerState; mirror(): PlayerState } {
  const server = new ArenaState();
  const player = new PlayerState();
  Object.assign(player, { slot: 0, name: "a", x: 0, y: 0, vx: 0, vy: 0, aim: 0 });
  server.players.set("a", player);
  const encoder = new Encoder(server);
  const view = new StateView();
  view.add(server);
  view.add(player, OWNER);
  view.add(player, SEEN);
  const client = new ArenaState();
  const decoder = new Decoder(client);
  const send = (full: boolean): void => {
    const it = { offset: 0 };
    if (full) encoder.encodeAll(it);
    else encoder.encode(it);
    const shared = it.offset;
    const bytes = full ? encoder.encodeAllView(view, shared, it) : encoder.encodeView(view, shared, it);
    decoder.decode(bytes);
    encoder.discardChanges();
  };
  send(true);
  return {
    player,
    mirror() {
      send(false);
      return client.players.get("a")!;
    },
  };
}

describe("what travels", () => {
  test("is rounded by the wire exactly as by the step, so that the lattice of both is one", () => {
    const { player, mirror } = connect();
    const random = createRandom(21);
    for (let i = 0; i < 3000; i++) {
      const x = random.range(POSITION.min - 5, POSITION.max + 5);
      const vx = random.range(VELOCITY.min - 50, VELOCITY.max + 50);
      player.x = x;
      player.vx = vx;
      const { x: seenX, vx: seenVx } = mirror();
      expect(seenX).toBe(snap(POSITION, x));
      expect(seenVx).toBe(snap(VELOCITY, vx));
    }
  });

  test("carries a drone to its owner without the loss of a bit", () => {
    const { player, mirror } = connect();
    const arena = loadArena("foundry");
    const hammer = createHammer(createRandom(22));
    reviveBody(player, arena.spawns[0]!.x, arena.spawns[0]!.y);
    for (const weapon of WEAPONS) giveRounds(player, weapon, 255);
    player.overclock = seconds(10);
    for (let i = 0; i < 1500; i++) {
      stepBody(player, hammer(), arena, { dashed: false, fired: -1 });
      const seen = mirror();
      for (const field of BODY_FIELDS) expect(seen[field], field).toBe(player[field]);
    }
  });
});
