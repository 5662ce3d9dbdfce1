/** What sight costs and what it saves: bots fight on the largest arena, and a view for each of them is encoded. */
import { Encoder, StateView } from "@colyseus/schema";
import { loadArena } from "../../server/arenas.ts";
import { createMatch, DEFAULT_RULES, NO_REWIND } from "../../server/match/index.ts";
import { createSight, type Viewer } from "../../server/sight/index.ts";
import { seconds, TICK_HZ } from "../../shared/content/index.ts";
import { type ArenaState, OWNER, posePlayers, SEEN } from "../../shared/state/index.ts";
import type { Effort, Section } from "./section.ts";
import { type Spread, short, spreadOf, spreadText } from "./spread.ts";

const ARENA = "yards";
const SECONDS = 30;
/** Ticks between two patches: 30 a second. */
const PATCH_EVERY = 2;
/** Code is compiled and maps are worked out before anything is measured. */
const WARM_UP = seconds(10);
const RUNS = 3;

/** What one run took, per patch and per player. */
interface Run {
  readonly sightUs: number;
  readonly encodeUs: number;
  readonly bytesPerSecond: number;
}

const MODES = ["with", "without"] as const;
type Mode = (typeof MODES)[number];

/** Everything to everybody, as without sight. */
function showAll(
  state: ArenaState,
  viewers: readonly Viewer[],
  shown: WeakMap<StateView, WeakSet<object>>,
): void {
  for (const { view } of viewers) {
    if (view === undefined) continue;
    const known = shown.get(view) ?? new WeakSet<object>();
    shown.set(view, known);
    state.players.forEach((player) => {
      if (known.has(player)) return;
      known.add(player);
      view.add(player, SEEN);
    });
    for (const things of [state.bolts, state.drops, state.mines]) {
      things.forEach((thing: object) => {
        if (known.has(thing)) return;
        known.add(thing);
        view.add(thing as never);
      });
    }
  }
}

function run(players: number, mode: Mode, seed: number, length: number): Run {
  const match = createMatch({
    arena: loadArena(ARENA),
    rules: { ...DEFAULT_RULES, fill: players, warmupTicks: 0, countdownTicks: 0, liveTicks: seconds(3600) },
    seed,
  });
  const { state } = match;
  const source = { take: () => {} };
  match.step(source, NO_REWIND);
  const encoder = new Encoder(state);
  const sight = createSight(match);
  const shown = new WeakMap<StateView, WeakSet<object>>();
  const viewers: (Viewer & { readonly view: StateView })[] = [];
  state.players.forEach((player, sessionId) => {
    const view = new StateView();
    view.add(player, OWNER);
    viewers.push({ sessionId, view });
  });
  let sightMs = 0;
  let encodeMs = 0;
  let bytes = 0;
  let patches = 0;
  for (let tick = 0; tick < WARM_UP + seconds(length); tick++) {
    match.step(source, NO_REWIND);
    const measured = tick >= WARM_UP;
    const beforeSight = performance.now();
    if (mode === "with") sight.step(state.tick, viewers);
    else showAll(state, viewers, shown);
    if (measured) sightMs += performance.now() - beforeSight;
    if (tick % PATCH_EVERY !== 0) continue;
    const beforeEncode = performance.now();
    posePlayers(state.players);
    const it = { offset: 0 };
    encoder.encode(it);
    const shared = it.offset;
    let sent = 0;
    for (const { view } of viewers) sent += encoder.encodeView(view, shared, it).length;
    encoder.discardChanges();
    if (!measured) continue;
    encodeMs += performance.now() - beforeEncode;
    bytes += sent;
    patches += 1;
  }
  return {
    sightUs: (sightMs * 1000) / patches,
    encodeUs: (encodeMs * 1000) / patches,
    bytesPerSecond: (bytes / patches / players) * (TICK_HZ / PATCH_EVERY),
  };
}

/** One number of players, with sight or without. */
interface Row {
  readonly players: number;
  readonly sight: Mode;
  readonly sightUs: Spread;
  readonly encodeUs: Spread;
  readonly bytesPerSecond: Spread;
}

export interface SightFigures {
  readonly seconds: number;
  readonly rows: readonly Row[];
}

function rowOf(players: number, sight: Mode, runs: readonly Run[]): Row {
  const spread = (of: (run: Run) => number): Spread => spreadOf(runs.map(of));
  return {
    players,
    sight,
    sightUs: spread(({ sightUs }) => sightUs),
    encodeUs: spread(({ encodeUs }) => encodeUs),
    bytesPerSecond: spread(({ bytesPerSecond }) => bytesPerSecond),
  };
}

async function measure({ quick, say }: Effort): Promise<SightFigures> {
  const length = quick ? 2 : SECONDS;
  const rows: Row[] = [];
  for (const players of [16, 32]) {
    const runs: Record<Mode, Run[]> = { with: [], without: [] };
    for (let i = 0; i < (quick ? 1 : RUNS); i++)
      for (const mode of MODES) runs[mode].push(run(players, mode, 11 + i, length));
    for (const mode of MODES) rows.push(rowOf(players, mode, runs[mode]));
    say(`${players} players`);
  }
  return { seconds: length, rows };
}

export const sight: Section<SightFigures> = {
  name: "sight",
  title: "Sight",
  about:
    `What deciding who sees whom costs, and what it saves: Free-for-all of bots on ${ARENA}, a view for each of them, patches ` +
    `at ${TICK_HZ / PATCH_EVERY} Hz, with sight and without in turn.`,
  measure,
  account: ({ seconds: length, rows }) => ({
    tables: [
      {
        title: `us a patch, and bytes of state a player and second, over ${length} s of game`,
        columns: [
          { head: "players" },
          { head: "sight", words: true },
          { head: "deciding" },
          { head: "encoding" },
          { head: "together" },
          { head: "bytes" },
        ],
        rows: rows.map(({ players, sight: mode, sightUs, encodeUs, bytesPerSecond }) => [
          String(players),
          mode,
          spreadText(sightUs),
          spreadText(encodeUs),
          short(sightUs.median + encodeUs.median),
          short(bytesPerSecond.median),
        ]),
      },
    ],
    pictures: [],
  }),
};
