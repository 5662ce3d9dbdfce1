import { Rewind as History } from "@colyseus/core";
import { MapSchema } from "@colyseus/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { PATCH_MS, TICK_MS } from "../../shared/content/index.ts";
import { Button, reviveBody, type StepResult, stepBody } from "../../shared/sim/index.ts";
import { PlayerState } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { createLagCompensation, type LagCompensation } from "./lagCompensation.ts";
import type { LinkFigures } from "./linkMeasure.ts";
import { estimateOf } from "./lookBack.ts";

const LINK: LinkFigures = { pingMs: 60, spreadMs: 10 };

let now: number;
let history: History;
let players: MapSchema<PlayerState>;
beforeEach(() => {
  now = 1000;
  history = History.get({}, { maxRewindMs: 500 });
  players = new MapSchema<PlayerState>();
  history.attachAll(players, { fields: ["x", "y"] });
});

function compensate(capMs = 500): LagCompensation {
  return createLagCompensation({ history, now: () => now, capMs, linkOf: () => LINK });
}

describe("the stamp of a shot", () => {
  test("is believed when it fits to what the server has measured", () => {
    expect(compensate().agoMs("ada", now - 150)).toBe(150);
  });

  test("is replaced by the server's estimate when it does not", () => {
    now = 60_000;
    const { least, most } = estimateOf(LINK);
    expect(compensate().agoMs("ada", now - 2000)).toBe(most);
    expect(compensate().agoMs("ada", now + 2000)).toBe(least);
    expect(compensate().agoMs("ada", 1)).toBe(most);
  });

  test("may be missing, and then the present counts", () => {
    expect(compensate().agoMs("ada", 0)).toBe(0);
  });

  test("reaches no farther than the server's setting, which may be nothing at all", () => {
    expect(compensate(100).agoMs("ada", now - 150)).toBe(100);
    expect(compensate(0).agoMs("ada", now - 150)).toBe(0);
  });
});

/** Somebody in play at a place. */
function standAt(x: number, y: number): PlayerState {
  const player = new PlayerState();
  player.aim = 0;
  reviveBody(player, x, y);
  players.set("ben", player);
  return player;
}

describe("the place of a drone", () => {
  const ARENA = emptyArena(60, 32);
  const result: StepResult = { dashed: false, fired: -1 };
  const out = { x: 0, y: 0 };

  test("now is where it is", () => {
    const player = standAt(300, 200);
    history.record(now, PATCH_MS);
    player.x = 310;
    compensate().positionAt(player, 0, out);
    expect(out).toEqual({ x: player.x, y: player.y });
  });

  test("through a dash is where it was drawn, not where the dash began", () => {
    const player = standAt(300, 500);
    const trail: { at: number; x: number }[] = [];
    const command = { mx: 127, my: 0, aim: 0, buttons: 0, pick: 0 };
    for (let tick = 0; tick < 40; tick++) {
      now = 1000 + tick * TICK_MS;
      stepBody(player, { ...command, buttons: tick === 15 ? Button.dash : 0 }, ARENA, result);
      // Every second tick goes out, and is recorded as it goes.
      if (tick % 2 !== 0) continue;
      history.record(now, PATCH_MS);
      trail.push({ at: now, x: player.x });
    }
    const compensation = compensate();
    let asked = 0;
    for (const { at, x } of trail) {
      if (now - at > 450) continue;
      compensation.positionAt(player, now - at, out);
      expect(out.x).toBeCloseTo(x, 5);
      asked += 1;
    }
    expect(asked).toBeGreaterThan(10);
  });
});
