import { describe, expect, it } from "vitest";
import { ArenaState, PlayerState, RackState } from "../../shared/state/index.ts";
import { mendRestored, type SavedState } from "./mendRestored.ts";

function stateWithOneRack(): ArenaState {
  const state = new ArenaState();
  state.racks.push(new RackState());
  return state;
}

function saved(): SavedState {
  const state = stateWithOneRack();
  const player = new PlayerState();
  Object.assign(player, { name: "Ann", slot: 3, x: 100.5, y: 64, vx: -12, vy: 0, aim: 1, score: 7 });
  state.players.set("ann", player);
  state.racks[0]!.readyAt = 99;
  return JSON.parse(JSON.stringify(state)) as SavedState;
}

describe("a state that Colyseus restored", () => {
  it("lacks its quantized fields and has its racks twice: while it does, it must be mended", () => {
    const restored = stateWithOneRack().restore(saved());
    expect(restored.players.get("ann")?.x).toBeUndefined();
    expect(restored.racks.length).toBe(2);
  });

  it("is as it was once mended", () => {
    const before = saved();
    const restored = stateWithOneRack().restore(before);
    mendRestored(restored, before);
    expect(JSON.parse(JSON.stringify(restored))).toEqual(before);
  });
});
