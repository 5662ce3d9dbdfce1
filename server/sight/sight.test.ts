import { Decoder, Encoder, StateView } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import type { Arena } from "../../shared/arena/index.ts";
import {
  ArenaState,
  BoltState,
  DropState,
  isPlaced,
  type MineState,
  OWNER,
  PlayerState,
  placedX,
  posePlayers,
} from "../../shared/state/index.ts";
import { drawArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { createSight, type Sight, tidingsFor, type Viewer } from "./index.ts";

/** Two halls that see nothing of each other, even from a little further on. */
const HALLS = drawArena(
  "#########################",
  "#s.........#............#",
  "#..........#............#",
  "#..........#............#",
  "#..........#............#",
  "#..........#............#",
  "#########################",
);
const WEST = middleOf(2, 3);
const WEST_TOO = middleOf(5, 4);
const EAST = middleOf(20, 3);

/** A room with players at places, and the client of the first of them. */
function open(arena: Arena, ...places: readonly { x: number; y: number }[]) {
  const state = new ArenaState();
  const players = places.map((place, slot) => {
    const player = new PlayerState();
    Object.assign(player, { slot, name: `p${slot}`, aim: 0, vx: 0, vy: 0, health: 100, alive: 1, ...place });
    state.players.set(`p${slot}`, player);
    return player;
  });
  const flights: { state: BoltState; x: number; y: number }[] = [];
  const sight: Sight = createSight({
    state,
    arena,
    eyeOf: (id) => state.players.get(id) ?? null,
    noticedMines: (_id, out: Set<MineState>) => out,
    forEachFlight: (see) => {
      for (const flight of flights) see(flight.state, flight);
    },
  });
  const encoder = new Encoder(state);
  const view = new StateView();
  const viewer: Viewer = { sessionId: "p0", view };
  view.add(players[0]!, OWNER);
  posePlayers(state.players);
  sight.open(viewer);
  const client = new ArenaState();
  const decoder = new Decoder(client);
  const it = { offset: 0 };
  encoder.encodeAll(it);
  decoder.decode(encoder.encodeAllView(viewer.view!, it.offset, it));
  encoder.discardChanges();
  return {
    state,
    players,
    sight,
    client,
    /** Adds a bolt of somebody at a place. Returns where it flies, to be changed. */
    fire(owner: number, place: { x: number; y: number }): { x: number; y: number } {
      const bolt = new BoltState();
      Object.assign(bolt, { owner, weapon: 0, seq: 1, angle: 0, bornAt: 0, ...place });
      state.bolts.set(`b${flights.length}`, bolt);
      const flight = { state: bolt, ...place };
      flights.push(flight);
      return flight;
    },
    /** Lets a tenth of a second pass, and a patch. Returns its bytes. */
    pass(): number {
      for (let i = 0; i < 6; i++) {
        state.tick += 1;
        sight.step(state.tick, [viewer]);
      }
      const it = { offset: 0 };
      posePlayers(state.players);
      encoder.encode(it);
      const bytes = encoder.encodeView(viewer.view!, it.offset, it);
      decoder.decode(bytes);
      encoder.discardChanges();
      return bytes.length;
    },
    seen(id: string): number | undefined {
      const player = client.players.get(id);
      return player !== undefined && isPlaced(player) ? placedX(player) : undefined;
    },
  };
}

describe("a drone", () => {
  it("in sight is sent with its place, one behind walls by name and score alone", () => {
    const { client, seen } = open(HALLS, WEST, WEST_TOO, EAST);
    expect(seen("p0")).toBe(WEST.x);
    expect(seen("p1")).toBe(WEST_TOO.x);
    expect(seen("p2")).toBeUndefined();
    expect(client.players.get("p2")).toMatchObject({ name: "p2", score: 0 });
    expect(client.players.get("p2")?.health).toBeUndefined();
  });

  it("that flies about behind walls costs nobody a byte", () => {
    const { players, pass } = open(HALLS, WEST, EAST);
    // The first patch after a join repeats what the join has told.
    pass();
    const quiet = pass();
    for (let i = 0; i < 4; i++) {
      Object.assign(players[1]!, { x: EAST.x + i * 8, aim: i / 2, health: 90 - i });
      expect(pass()).toBe(quiet);
    }
  });

  it("comes into sight with everything, and leaves it without a trace of where it goes", () => {
    const { players, pass, seen, client } = open(HALLS, WEST, EAST);
    Object.assign(players[1]!, { ...WEST_TOO, health: 40 });
    pass();
    expect(seen("p1")).toBe(WEST_TOO.x);
    expect(client.players.get("p1")?.health).toBe(40);
    Object.assign(players[1]!, EAST);
    players[1]!.score = 3;
    pass();
    expect(seen("p1")).toBeUndefined();
    expect(client.players.get("p1")?.score).toBe(3);
    Object.assign(players[1]!, WEST_TOO);
    pass();
    expect(seen("p1")).toBe(WEST_TOO.x);
  });

  it("of the own team is always sent", () => {
    const { players, pass, seen } = open(HALLS, WEST, EAST);
    for (const player of players) player.team = 1;
    pass();
    expect(seen("p1")).toBe(EAST.x);
    players[1]!.team = 2;
    pass();
    expect(seen("p1")).toBeUndefined();
  });

  it("that leaves the room goes from the client, seen or not", () => {
    const { state, pass, client } = open(HALLS, WEST, WEST_TOO, EAST);
    state.players.delete("p1");
    state.players.delete("p2");
    pass();
    expect([...client.players.keys()]).toEqual(["p0"]);
  });
});

describe("what flies and lies about", () => {
  it("is sent to those who see it, and to whoever fired it", () => {
    const { fire, pass, client } = open(HALLS, WEST, EAST);
    fire(1, EAST);
    fire(0, EAST);
    fire(1, WEST_TOO);
    pass();
    expect([...client.bolts.values()].map(({ owner, x }) => [owner, x])).toEqual([
      [0, EAST.x],
      [1, WEST_TOO.x],
    ]);
  });

  it("names its command to its shooter alone", () => {
    const { fire, pass, client } = open(HALLS, WEST, EAST);
    for (let round = 0; round < 2; round++) {
      fire(1, WEST_TOO);
      fire(0, WEST_TOO);
      pass();
    }
    const told = [...client.bolts.values()].map(({ owner, seq }) => [owner, seq as number | undefined]);
    expect(told).toEqual([
      [1, undefined],
      [0, 1],
      [1, undefined],
      [0, 1],
    ]);
  });

  it("is told once, whenever it comes into sight", () => {
    const { fire, pass, client } = open(HALLS, WEST, EAST);
    fire(1, WEST_TOO);
    pass();
    const quiet = pass();
    fire(1, WEST_TOO);
    // Two switches of structure with two bytes each, an entry of 6 bytes, fields of 18.
    expect(pass() - quiet).toBe(28);
    const late = fire(1, EAST);
    expect(pass()).toBe(quiet);
    expect(client.bolts.size).toBe(2);
    Object.assign(late, WEST_TOO);
    pass();
    expect(client.bolts.size).toBe(3);
    expect(pass()).toBe(quiet);
  });

  it("stays known until it is gone", () => {
    const { state, players, pass, client } = open(HALLS, WEST, EAST);
    const drop = new DropState();
    Object.assign(drop, { weapon: 1, rounds: 9, endsAt: 900, ...WEST_TOO });
    state.drops.set("d", drop);
    pass();
    expect(client.drops.size).toBe(1);
    Object.assign(players[0]!, EAST);
    pass();
    expect(client.drops.size).toBe(1);
    state.drops.delete("d");
    pass();
    expect(client.drops.size).toBe(0);
  });
});

describe("what is told", () => {
  const trace = { by: 1, weapon: 3, seq: 1, lengths: [300] };

  it("of a ray is what is seen of it: nothing of its muzzle to those who do not see that", () => {
    const gate = drawArena(
      "##########################",
      "#s...........#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#............#...........#",
      "#........................#",
      "##########################",
    );
    const shooter = middleOf(23, 11);
    const { sight } = open(gate, middleOf(2, 1), shooter);
    const ray = { ...trace, x: shooter.x, y: shooter.y, angle: Math.PI, lengths: [640] };
    const told = tidingsFor(sight, "p0", { type: "trace", data: ray });
    expect(told?.type).toBe("trace");
    if (told?.type !== "trace") return;
    expect(told.data.x).toBeLessThan(shooter.x - 32);
    expect(told.data.x - told.data.lengths[0]!).toBeCloseTo(shooter.x - 640, 0);
    // A fan of pellets gives its muzzle away, so it is only heard.
    const fan = { ...ray, weapon: 2, lengths: Array<number>(9).fill(640) };
    expect(tidingsFor(sight, "p0", { type: "trace", data: fan })?.type).toBe("heard");
  });

  it("of shots behind walls is a direction and a loudness, and of those far away nothing", () => {
    const { sight } = open(HALLS, WEST, EAST);
    const heard = tidingsFor(sight, "p0", { type: "fired", data: { by: 1, weapon: 0, ...EAST } });
    expect(heard).toEqual({ type: "heard", data: { what: "shot", weapon: 0, sector: 0, loudness: 2 } });
    const blast = { by: 1, weapon: 4, ...EAST };
    expect(tidingsFor(sight, "p0", { type: "blast", data: blast })?.type).toBe("heard");
    expect(tidingsFor(sight, "p1", { type: "blast", data: blast })?.type).toBe("blast");
    const far = { by: 1, weapon: 0, x: WEST.x, y: WEST.y + 2000 };
    expect(tidingsFor(sight, "p0", { type: "fired", data: far })).toBeNull();
    // What is seen need not be heard as well.
    expect(tidingsFor(sight, "p0", { type: "fired", data: { by: 2, weapon: 0, ...WEST_TOO } })).toBeNull();
  });

  it("comes from the right one of eight directions", () => {
    const { sight } = open(HALLS, WEST);
    const sectors = [0, 1, 2, 3, 4, 5, 6, 7].map((sector) => {
      const angle = (sector * Math.PI) / 4;
      const place = { x: WEST.x + Math.cos(angle) * 890, y: WEST.y + Math.sin(angle) * 890 };
      const told = tidingsFor(sight, "p0", { type: "fired", data: { by: 9, weapon: 0, ...place } });
      return told?.type === "heard" ? told.data.sector : null;
    });
    expect(sectors).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("of an item names its taker only to those who see the rack", () => {
    const arena = drawArena("#######", "#s.h..#", "#######");
    const { sight } = open(arena, middleOf(1, 1));
    const taken = { type: "taken", data: { rack: 0, by: 5 } } as const;
    expect(tidingsFor(sight, "p0", taken)).toEqual(taken);
    expect(tidingsFor(sight, "nobody", taken)).toEqual({ type: "taken", data: { rack: 0, by: 255 } });
  });
});
