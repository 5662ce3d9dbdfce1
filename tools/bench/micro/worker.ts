/** Runs the micro-benchmarks in a process of its own. */
import { Encoder, StateView } from "@colyseus/schema";
import { Bench } from "tinybench";
import { loadArena } from "../../../server/arenas.ts";
import { createMatch, DEFAULT_RULES, hashState, NO_REWIND } from "../../../server/match/index.ts";
import { installQuickFields } from "../../../server/ops/index.ts";
import { createSight, type Viewer } from "../../../server/sight/index.ts";
import { castRay, inSight } from "../../../shared/arena/index.ts";
import { seconds } from "../../../shared/content/index.ts";
import { createRandom, TAU } from "../../../shared/math/index.ts";
import { Button, createBody, reviveBody, type StepResult, stepBody } from "../../../shared/sim/index.ts";
import { ArenaState, OWNER, posePlayers } from "../../../shared/state/index.ts";
import { answerOnce } from "../apart.ts";

/** How long each is measured, in ms. */
export interface Task {
  readonly ms: number;
}

/** What one call takes. */
export interface Took {
  readonly name: string;
  readonly medianUs: number;
  readonly p99Us: number;
  readonly perSecond: number;
  readonly calls: number;
}

const ARENA = "yards";
const BOTS = 16;
/** Places, directions and wishes that are gone through in turn: so many that no branch is foretold. */
const VARIETY = 1024;

const arena = loadArena(ARENA);
const random = createRandom(3);
const source = { take: () => {} };

function createGame() {
  const match = createMatch({
    arena,
    seed: 9,
    rules: { ...DEFAULT_RULES, fill: BOTS, warmupTicks: 0, countdownTicks: 0, liveTicks: seconds(3600) },
  });
  for (let i = 0; i < seconds(20); i++) match.step(source, NO_REWIND);
  return match;
}

/** A match whose patches are encoded for a view of each of its bots. */
function createStage() {
  const match = createGame();
  const encoder = new Encoder(match.state);
  const sight = createSight(match);
  const viewers: (Viewer & { readonly view: StateView })[] = [];
  match.state.players.forEach((player, sessionId) => {
    const view = new StateView();
    view.add(player, OWNER);
    viewers.push({ sessionId, view });
  });
  return { match, encoder, sight, viewers };
}

/** A drone that somebody hammers on, and a step of it. */
function createStep(): () => void {
  const body = createBody();
  const spawn = arena.spawns[0]!;
  reviveBody(body, spawn.x, spawn.y);
  const result: StepResult = { dashed: false, fired: -1 };
  const wishes = Array.from({ length: VARIETY }, () => ({
    mx: random.int(255) - 127,
    my: random.int(255) - 127,
    aim: random.range(0, TAU),
    buttons: random.int(2) * Button.fire,
    pick: 0,
  }));
  let i = 0;
  return () => stepBody(body, wishes[i++ % VARIETY]!, arena, result);
}

function createRays(): { cast: () => void; look: () => void } {
  const rays = Array.from({ length: VARIETY }, () => {
    const angle = random.range(0, TAU);
    const [from, to] = [random.pick(arena.spawns), random.pick(arena.items)];
    return { from, to, dx: Math.cos(angle), dy: Math.sin(angle) };
  });
  let i = 0;
  return {
    cast() {
      const { from, dx, dy } = rays[i++ % VARIETY]!;
      castRay(arena, from.x, from.y, dx, dy, 1500);
    },
    look() {
      const { from, to } = rays[i++ % VARIETY]!;
      inSight(arena, from.x, from.y, to.x, to.y);
    },
  };
}

async function measure({ ms }: Task): Promise<{ rows: Took[] }> {
  const bench = new Bench({ time: ms, warmupTime: ms / 4 });
  const rays = createRays();
  const game = createGame();
  const stage = createStage();
  const it = { offset: 0 };
  let tick = 0;
  bench
    .add(`a tick of the match, ${BOTS} bots`, () => void game.step(source, NO_REWIND))
    .add("the step of one drone (stepBody)", createStep())
    .add("a ray to a wall (castRay, up to 1500 px)", rays.cast)
    .add("a line of sight between two places (inSight)", rays.look)
    .add(`who sees whom, ${BOTS} viewers (sight.step)`, () => stage.sight.step(tick++, stage.viewers))
    .add(
      `a patch for ${BOTS} views, encoded (two ticks)`,
      () => {
        it.offset = 0;
        posePlayers(stage.match.state.players);
        stage.encoder.encode(it);
        const shared = it.offset;
        for (const { view } of stage.viewers) stage.encoder.encodeView(view, shared, it);
        stage.encoder.discardChanges();
      },
      {
        beforeEach() {
          for (let i = 0; i < 2; i++) {
            stage.match.step(source, NO_REWIND);
            stage.sight.step(stage.match.state.tick, stage.viewers);
          }
        },
      },
    )
    .add("the hash of the whole state", () => void hashState(stage.match.state))
    .add("nothing: what measuring a call takes", () => {});
  await bench.run();
  const rows = bench.tasks.map(({ name, result }): Took => {
    if (result.state !== "completed") throw new Error(`${name} did not complete: ${result.state}`);
    const { latency, throughput } = result;
    return {
      name,
      medianUs: latency.p50 * 1000,
      p99Us: latency.p99 * 1000,
      perSecond: throughput.mean,
      calls: latency.samplesCount,
    };
  });
  return { rows };
}

// As in the server.
installQuickFields(ArenaState);
answerOnce<Task>(measure);
