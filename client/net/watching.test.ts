import { describe, expect, it } from "vitest";
import { Life } from "../../shared/sim/index.ts";
import { NOBODY, SpectatorState } from "../../shared/state/index.ts";
import { aPlayer, openMirror, SELF } from "../../tests/fixtures/worlds.ts";
import { nextToWatch } from "./watching.ts";

function spectator(changes: Partial<SpectatorState> = {}): SpectatorState {
  return Object.assign(new SpectatorState(), { name: "Sam", ...changes });
}

describe("watching", () => {
  it("is seen through the eyes of who is watched, or of nobody", () => {
    const { state, world, frame } = openMirror();
    state.spectators.set(SELF, spectator({ team: 2, watching: 4 }));
    state.players.set("a", aPlayer(4, { team: 2 }));
    frame();
    expect(world.self).toBeNull();
    expect(world.watching).toEqual({ team: 2, slot: 4 });
    expect(world.focus?.slot).toBe(4);
    expect(world.spectators).toMatchObject([{ id: SELF, name: "Sam" }]);
    state.spectators.get(SELF)!.watching = NOBODY;
    frame();
    expect([world.watching?.slot, world.focus]).toEqual([null, null]);
  });

  it("ends when the player has a drone again", () => {
    const { state, world, frame } = openMirror();
    state.spectators.set(SELF, spectator());
    frame();
    expect(world.watching).not.toBeNull();
    state.spectators.delete(SELF);
    state.players.set(SELF, aPlayer(2));
    frame();
    expect([world.watching, world.focus?.slot]).toEqual([null, 2]);
  });

  it("goes round those who may be watched, in the order of their slots", () => {
    const { state, world, frame } = openMirror();
    const watcher = spectator({ team: 1, watching: 2 });
    state.spectators.set(SELF, watcher);
    for (const [slot, team] of [
      [7, 1],
      [2, 1],
      [4, 2],
      [5, 1],
    ] as const)
      state.players.set(`p${slot}`, aPlayer(slot, { team, alive: slot === 5 ? Life.out : Life.flying }));
    frame();
    expect([nextToWatch(world, 1), nextToWatch(world, -1)]).toEqual([5, 7]);
    watcher.watching = 7;
    frame();
    expect([nextToWatch(world, 1), nextToWatch(world, -1)]).toEqual([2, 5]);
    watcher.watching = NOBODY;
    frame();
    expect(nextToWatch(world, 1)).toBe(2);
    watcher.team = 0;
    watcher.watching = 2;
    frame();
    expect(nextToWatch(world, 1)).toBe(4);
  });

  it("has nobody to go to where nobody plays, and is nothing for who plays", () => {
    const { state, world, frame } = openMirror();
    state.spectators.set(SELF, spectator());
    frame();
    expect(nextToWatch(world, 1)).toBeNull();
    state.spectators.delete(SELF);
    state.players.set(SELF, aPlayer(0));
    state.players.set("a", aPlayer(1));
    frame();
    expect(nextToWatch(world, 1)).toBeNull();
  });
});
