import { ClientState, SchemaSerializer } from "@colyseus/core";
import { $changes, StateView } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { createMatch, DEFAULT_RULES, NO_REWIND } from "../server/match/index.ts";
import { shareViews } from "../server/ops/index.ts";
import { createSight } from "../server/sight/index.ts";
import { seconds } from "../shared/content/index.ts";
import { OWNER, type PlayerState, posePlayers } from "../shared/state/index.ts";
import { loadArena } from "./fixtures/arenas.ts";

const BOTS = 8;
const TICKS_PER_PATCH = 2;

/** A match whose bots fight, with a client for each of them that keeps what it is sent. */
function openGame(shared: boolean) {
  const rules = { ...DEFAULT_RULES, fill: BOTS, warmupTicks: 0, countdownTicks: 0, liveTicks: seconds(3600) };
  const match = createMatch({ arena: loadArena("foundry"), seed: 5, rules });
  const source = { take: () => {} };
  match.step(source, NO_REWIND);
  const serializer = new SchemaSerializer();
  serializer.reset(match.state);
  if (shared) shareViews({ _serializer: serializer } as never);
  const sight = createSight(match);
  const clients = [...match.state.players].map(([sessionId, player]) => {
    const view = new StateView();
    view.add(player, OWNER);
    const frames: Buffer[] = [];
    const raw = (frame: Uint8Array) => void frames.push(Buffer.from(frame));
    return { sessionId, view, frames, raw, state: ClientState.JOINED };
  });
  return {
    clients,
    state: match.state,
    kills: () => [...match.state.players.values()].reduce((sum, { kills }) => sum + kills, 0),
    patch() {
      for (const { frames } of clients) frames.length = 0;
      for (let i = 0; i < TICKS_PER_PATCH; i++) {
        match.step(source, NO_REWIND);
        sight.step(match.state.tick, clients);
      }
      posePlayers(match.state.players);
      serializer.applyPatches(clients as never, match.state, { sNow: match.state.tick });
    },
  };
}

/** Counts the fields of things of one class that are encoded. */
function countEncoded(thing: PlayerState) {
  type Descriptor = { encoder: (...args: unknown[]) => void };
  const { encDescriptor } = (thing as unknown as Record<symbol, { readonly encDescriptor: Descriptor }>)[
    $changes
  ]!;
  const { encoder } = encDescriptor;
  let count = 0;
  encDescriptor.encoder = (...args) => {
    count += 1;
    encoder(...args);
  };
  return {
    end() {
      encDescriptor.encoder = encoder;
      return count;
    },
  };
}

describe("views that share what is encoded", () => {
  it("get the very bytes of the stock encoder, through half a minute of fights", () => {
    const stock = openGame(false);
    const ours = openGame(true);
    let bytes = 0;
    for (let i = 0; i < seconds(30) / TICKS_PER_PATCH; i++) {
      stock.patch();
      ours.patch();
      stock.clients.forEach(({ frames }, client) => {
        expect(ours.clients[client]!.frames).toEqual(frames);
        bytes += frames[0]!.length;
      });
    }
    expect(ours.kills()).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(0);
  });

  it("spare the work of encoding what others have got already", () => {
    const encoded = [false, true].map((shared) => {
      const game = openGame(shared);
      for (let i = 0; i < seconds(5) / TICKS_PER_PATCH; i++) game.patch();
      const counted = countEncoded(game.state.players.values().next().value!);
      for (let i = 0; i < seconds(5) / TICKS_PER_PATCH; i++) game.patch();
      return counted.end();
    });
    expect(encoded[1]!).toBeLessThan(encoded[0]! * 0.7);
  });
});
