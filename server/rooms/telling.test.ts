import { getMessageBytes, Protocol } from "@colyseus/core";
import { describe, expect, it } from "vitest";
import { PlayerState } from "../../shared/state/index.ts";
import type { MatchEvent } from "../match/index.ts";
import type { Sight } from "../sight/index.ts";
import { tell } from "./telling.ts";

/** Everybody stands somewhere and sees nothing. */
function blind(places: Readonly<Record<string, readonly [x: number, y: number]>>): Sight {
  const eyes = new Map(
    Object.entries(places).map(([id, [x, y]], slot) => [
      id,
      Object.assign(new PlayerState(), { slot, x, y }),
    ]),
  );
  return {
    step: () => {},
    open: () => {},
    perceives: () => false,
    sees: () => false,
    perception: () => ({ sees: () => false, seesAlong: () => -1, prepare: () => {} }),
    eye: (id) => eyes.get(id) ?? null,
    rack: () => null,
  };
}

/** Tells an event to some clients. Returns what each of them was sent, and how. */
function told(event: MatchEvent, sight: Sight, ids: readonly string[]) {
  const sent = new Map<string, Uint8Array>();
  const options: unknown[] = [];
  const clients = ids.map((sessionId) => ({
    sessionId,
    enqueueRaw(data: Uint8Array, how?: unknown) {
      sent.set(sessionId, data);
      options.push(how);
    },
  }));
  tell(event, sight, clients as never);
  return { sent, options };
}

const IDS = ["a", "b", "c"];
const SIGHT = blind({ a: [500, 500], b: [502, 500], c: [800, 300] });

describe("telling", () => {
  it("encodes once for all who are told the same, as Colyseus would for each", () => {
    const data = { slot: 3, medal: 1 };
    const { sent, options } = told({ type: "medal", to: { all: true }, data }, SIGHT, IDS);
    expect([...sent.keys()]).toEqual(IDS);
    expect(new Set(sent.values()).size).toBe(1);
    expect(Buffer.from(sent.get("a")!)).toEqual(getMessageBytes.raw(Protocol.ROOM_DATA, "medal", [3, 1]));
    expect(options).toEqual(IDS.map(() => ({ afterNextPatch: true })));
  });

  it("keeps to the audience", () => {
    const data = { slot: 3, medal: 1 };
    expect([...told({ type: "medal", to: { only: "b" }, data }, SIGHT, IDS).sent.keys()]).toEqual(["b"]);
    expect([...told({ type: "medal", to: { except: "b" }, data }, SIGHT, IDS).sent.keys()]).toEqual([
      "a",
      "c",
    ]);
  });

  it("tells a sound once to all who hear it from the same side, this time and the next", () => {
    const data = { by: 9, weapon: 0, x: 600, y: 505 };
    const first = told({ type: "fired", to: { all: true }, data }, SIGHT, IDS).sent;
    expect(first.get("a")).toBe(first.get("b"));
    expect(first.get("c")).not.toBe(first.get("a"));
    const second = told({ type: "fired", to: { all: true }, data: { ...data } }, SIGHT, IDS).sent;
    expect(second.get("a")).toBe(first.get("a"));
    const far = told({ type: "fired", to: { all: true }, data: { ...data, x: 5000 } }, SIGHT, IDS).sent;
    expect(far.size).toBe(0);
  });
});
