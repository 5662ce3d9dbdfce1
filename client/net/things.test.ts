import { describe, expect, it } from "vitest";
import { TICK_HZ, WeaponId } from "../../shared/content/index.ts";
import { DropState, MineState, NOBODY, PacketState, RackState } from "../../shared/state/index.ts";
import { aPlayer, openMirror, SELF, TICK } from "../../tests/fixtures/worlds.ts";

describe("what lies about", () => {
  it("are racks with their clocks", () => {
    const { state, world, frame } = openMirror();
    state.racks.push(Object.assign(new RackState(), { readyAt: TICK + 5 * TICK_HZ }));
    frame();
    expect(world.racks).toHaveLength(1);
    expect(world.racks[0]!.readyIn).toBe(5);
    expect(world.racks[0]!.progress).toBeCloseTo(2 / 3);
  });

  it("are the mines that the server lets one notice, friend's and foe's", () => {
    const { state, world, frame } = openMirror();
    state.players.set(SELF, aPlayer(0, { team: 1 }));
    const mine = (owner: number, team: number, armedAt: number): MineState =>
      Object.assign(new MineState(), { owner, team, x: 50, y: 60, armedAt });
    state.mines.set("own", mine(0, 1, TICK + 30));
    state.mines.set("mate", mine(3, 1, TICK - 30));
    state.mines.set("foe", mine(4, 2, TICK - 30));
    frame();
    frame();
    expect(world.mines).toMatchObject([
      { id: "own", friendly: true, armed: 0.5 },
      { id: "mate", friendly: true, armed: 1 },
      { id: "foe", friendly: false, armed: 1, x: 50, y: 60 },
    ]);
    state.mines.delete("mate");
    frame();
    expect(world.mines.map(({ id }) => id)).toEqual(["own", "foe"]);
  });

  it("are dropped weapons for as long as they last", () => {
    const { state, world, frame } = openMirror();
    const drop = { weapon: WeaponId.rail, rounds: 2, x: 10, y: 20, endsAt: TICK + TICK_HZ };
    state.drops.set("d", Object.assign(new DropState(), drop));
    frame();
    expect(world.drops).toEqual([{ id: "d", weapon: WeaponId.rail, x: 10, y: 20, endsIn: 1 }]);
    state.drops.delete("d");
    frame();
    expect(world.drops).toEqual([]);
  });

  it("is the zone that counts, in the one mode that has it", () => {
    const { state, world, frame } = openMirror();
    frame();
    expect(world.zone).toBeNull();
    Object.assign(state, { zone: 0, zoneHolder: 2, zoneContested: true, zoneMovesAt: TICK + 2 * TICK_HZ });
    frame();
    const { x, y, radius } = world.arena.zones[0]!;
    expect(world.zone).toEqual({ x, y, radius, holder: 2, contested: true, movesIn: 2 });
    state.zone = NOBODY;
    frame();
    expect(world.zone).toBeNull();
  });

  it("are packets, a carried one where its carrier is drawn", () => {
    const { state, world, frame } = openMirror();
    state.players.set("a", aPlayer(4, { x: 70, y: 40 }));
    const packet = Object.assign(new PacketState(), { team: 1, x: 40, y: 70 });
    state.packets.push(packet);
    frame();
    expect(world.packets).toMatchObject([{ team: 1, x: 40, home: true, carrier: null, returnsIn: 0 }]);
    packet.carrier = 4;
    packet.home = false;
    frame();
    expect(world.packets).toMatchObject([{ x: 70, y: 40, home: false, carrier: 4 }]);
    state.packets.pop();
    frame();
    expect(world.packets).toEqual([]);
  });
});
