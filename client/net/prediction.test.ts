import type { InputHandle } from "@colyseus/sdk";
import type { Predict, StepContext } from "@colyseus/sdk/predict";
import { beforeEach, expect, test } from "vitest";
import { WeaponId } from "../../shared/content/index.ts";
import type { Body, Command } from "../../shared/sim/index.ts";
import type { ArenaState, InputState } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { armed, FIRE, RELOAD, REST } from "../../tests/fixtures/triggers.ts";
import { aPlayer } from "../../tests/fixtures/worlds.ts";
import { createPrediction } from "./prediction.ts";

type Step = (context: Pick<StepContext, "isReplay" | "tick">, body: Body, command: Command) => void;

/** What was told, and the step that the SDK would call. */
interface Opened {
  readonly told: string[];
  readonly body: Body;
  step(command: Command, ticks?: number, isReplay?: boolean): void;
}

/** A predicted drone whose weapon has this many rounds in its magazine, with an SDK that steps when it is told to. */
function open(loaded: number): Opened {
  const told: string[] = [];
  const body = armed(WeaponId.burst, loaded);
  let step: Step | null = null;
  const predict = {
    reconciler(_player: unknown, options: { readonly step: Step }) {
      step = options.step;
      return { state: body, pendingCount: 0, lastCorrection: {}, lastCorrectionMag: 0, dispose() {} };
    },
  };
  createPrediction(
    predict as unknown as Predict<ArenaState>,
    aPlayer(0),
    { sentCount: 0 } as InputHandle<InputState>,
    emptyArena(12, 12),
    {
      shot: () => void told.push("shot"),
      dash: () => void told.push("dash"),
      dry: (weapon) => void told.push(`dry ${weapon}`),
      reconciled: () => {},
    },
  );
  return {
    told,
    body,
    step(command, ticks = 1, isReplay = false) {
      for (let tick = 0; tick < ticks; tick++) step?.({ isReplay, tick }, body, command);
    },
  };
}

const DRY = `dry ${WeaponId.burst}`;
let full: Opened;
beforeEach(() => {
  full = open(18);
});

test("a trigger that is pulled while the weapon is being reloaded is dry, once a pull", () => {
  const empty = open(0);
  empty.step(REST);
  empty.step(FIRE, 5);
  expect(empty.told).toEqual([DRY]);
  empty.step(REST);
  empty.step(FIRE, 5);
  expect(empty.told).toEqual([DRY, DRY]);
});

test("a trigger that finds rounds is not, nor one that has been held since the last of them left", () => {
  full.step(FIRE, 60);
  expect(full.told).toEqual(["shot", "shot", "shot", "shot", "shot", "shot"]);
  const last = open(3);
  last.step(FIRE, 60);
  expect(last.body.reload).toBeGreaterThan(0);
  expect(last.told).toEqual(["shot", "shot", "shot"]);
});

test("a pull during a reload that was asked for is dry as well", () => {
  const half = open(9);
  half.step(RELOAD);
  half.step(FIRE);
  expect(half.told).toEqual([DRY]);
});

test("what is only replayed was told before", () => {
  const empty = open(0);
  empty.step(REST);
  empty.step(FIRE, 5, true);
  full.step(FIRE, 5, true);
  expect([...empty.told, ...full.told]).toEqual([]);
});
