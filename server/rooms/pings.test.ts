import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { ArenaState, PlayerState } from "../../shared/state/index.ts";
import { measurePings } from "./pings.ts";

/** A room of one client whose socket answers when the test says so. */
function openRoom() {
  const state = new ArenaState();
  const player = new PlayerState();
  state.players.set("ada", player);
  const sent: Buffer[] = [];
  const ping = (data: Buffer): void => {
    sent.push(Buffer.from(data));
  };
  const socket = Object.assign(new EventEmitter(), { ping });
  let now = 1000;
  const clients = [{ sessionId: "ada", ref: socket }];
  const pings = measurePings({ state, clients }, () => now);
  const patch = (takesMs: number): void => {
    pings.stage();
    now += takesMs;
    pings.send();
  };
  return {
    player,
    sent,
    pings,
    /** Three patches: with one of them leaves a ping. */
    beat(takesMs = 0) {
      for (let i = 0; i < 3; i++) patch(takesMs);
    },
    pass(ms: number) {
      now += ms;
    },
    answer: (data: Buffer) => socket.emit("pong", data),
  };
}

describe("the round trip of a client", () => {
  test("is the time from the ping to its pong", () => {
    const { beat, pass, answer, sent, pings, player } = openRoom();
    for (let i = 0; i < 20; i++) {
      beat();
      pass(80);
      answer(sent.at(-1)!);
    }
    expect(pings.linkOf("ada")).toEqual({ pingMs: 80, spreadMs: 0 });
    expect(player.ping).toBe(80);
  });

  test("begins when the patch leaves that the ping goes with", () => {
    const { beat, pass, answer, sent, pings } = openRoom();
    beat(7);
    pass(20);
    answer(sent[0]!);
    expect(pings.linkOf("ada").pingMs).toBe(20);
  });

  test("is measured over a second and more: the next ping waits for the answer", () => {
    const { beat, pass, answer, sent, pings } = openRoom();
    beat();
    for (let i = 0; i < 3; i++) {
      pass(500);
      beat();
    }
    expect(sent).toHaveLength(1);
    answer(sent[0]!);
    expect(pings.linkOf("ada").pingMs).toBe(1500);
  });

  test("cannot be forged by pongs that nobody asked for, that are told twice or say something else", () => {
    const { beat, pass, answer, sent, pings } = openRoom();
    answer(Buffer.alloc(1));
    beat();
    pass(10);
    const [asked] = sent;
    const other = Buffer.from(asked!);
    other[0] = 77;
    for (const data of [Buffer.alloc(0), Buffer.alloc(8, 0xff), other]) answer(data);
    expect(pings.linkOf("ada")).toEqual({ pingMs: 0, spreadMs: 0 });
    answer(asked!);
    pass(60_000);
    answer(asked!);
    expect(pings.linkOf("ada")).toEqual({ pingMs: 10, spreadMs: 0 });
  });

  test("is forgotten with its client", () => {
    const { beat, pass, answer, sent, pings } = openRoom();
    beat();
    pass(30);
    answer(sent[0]!);
    pings.forget("ada");
    expect(pings.linkOf("ada").pingMs).toBe(0);
  });
});
