import { Decoder, Encoder, StateView } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { ArenaState, MineState } from "../../shared/state/index.ts";
import { createMineSight } from "./mines.ts";

/** Ticks after which a change must have come through. */
const SOON = 6;

function mineAt(x: number): MineState {
  const mine = new MineState();
  Object.assign(mine, { owner: 1, x, y: 50, armedAt: 9 });
  return mine;
}

/** A server's state, and a client that is sent what its player may notice. */
function connect() {
  const state = new ArenaState();
  const encoder = new Encoder(state);
  const view = new StateView();
  const noticed = new Set<MineState>();
  const sight = createMineSight((_id, out) => {
    out.clear();
    for (const mine of noticed) out.add(mine);
    return out;
  });
  const client = new ArenaState();
  const decoder = new Decoder(client);
  const it = { offset: 0 };
  encoder.encodeAll(it);
  decoder.decode(encoder.encodeAllView(view, it.offset, it));
  encoder.discardChanges();
  return {
    state,
    noticed,
    /** Lets some ticks pass, and a patch. Returns the bytes of the patch. */
    pass(): number {
      for (let i = 0; i < SOON; i++) {
        state.tick += 1;
        sight.step(state.tick, [{ sessionId: "a", view }]);
      }
      const it = { offset: 0 };
      encoder.encode(it);
      const bytes = encoder.encodeView(view, it.offset, it);
      decoder.decode(bytes);
      encoder.discardChanges();
      return bytes.length;
    },
    seen: () => [...client.mines.values()].map(({ x }) => x),
  };
}

describe("a mine", () => {
  it("goes to those who may notice it, with everything that is to be known of it, and to nobody else", () => {
    const { state, noticed, pass, seen } = connect();
    const quiet = pass();
    const near = mineAt(100);
    state.mines.set("near", near);
    state.mines.set("far", mineAt(900));
    noticed.add(near);
    expect(pass()).toBeGreaterThan(quiet);
    expect(seen()).toEqual([100]);
  });

  it("is forgotten when it can no longer be noticed, and known again later", () => {
    const { state, noticed, pass, seen } = connect();
    const mine = mineAt(100);
    state.mines.set("m", mine);
    noticed.add(mine);
    pass();
    noticed.clear();
    pass();
    expect(seen()).toEqual([]);
    noticed.add(mine);
    pass();
    expect(seen()).toEqual([100]);
  });

  it("that went off goes from those who knew of it, and costs the others nothing", () => {
    const { state, noticed, pass, seen } = connect();
    const mine = mineAt(100);
    state.mines.set("m", mine);
    const quiet = pass();
    state.mines.delete("m");
    expect(pass()).toBe(quiet);
    state.mines.set("n", mineAt(200));
    noticed.add(state.mines.get("n")!);
    pass();
    state.mines.delete("n");
    noticed.clear();
    pass();
    expect(seen()).toEqual([]);
  });
});
