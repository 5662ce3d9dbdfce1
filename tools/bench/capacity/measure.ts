import { TICK_MS } from "../../../shared/content/index.ts";
import type { Effort } from "../section.ts";
import { findKnee } from "./knee.ts";
import { FIRST, type Figures, openStage, ROOM_SIZES, type Stage } from "./stage.ts";

/** Players to begin with, and how the search goes on. */
const START = 160;
const MOST = 1280;
const SEARCH = { growth: 1.4, within: 0.12 } as const;

/** Seconds that players play before they are measured (code gets compiled, fights begin), and are measured. */
const SETTLE_S = 2;
const MEASURE_S = 3.5;

/** Seconds until clocks that ran through an overload send just in time again. */
const CALM_S = 15;

/** What was found out about rooms of one size. */
export interface OfSize {
  readonly roomSize: number;
  /** The most players whose steps were late by at most a tick at the 99th of a hundred, and the least that were not. */
  readonly held: number;
  readonly failed: number | null;
  readonly rows: readonly Figures[];
  /** At half of the knee; null in a hurry. */
  readonly half: Figures | null;
}

/** What the section measures. */
export interface CapacityFigures {
  /** Whether server and load went before all else that ran. */
  readonly first: boolean;
  readonly sizes: readonly OfSize[];
}

/** How a moment is looked at; times in seconds. */
export interface Look {
  readonly settle?: number;
  readonly seconds?: number;
  /** A file for the server's CPU profile. */
  readonly profileTo?: string | undefined;
}

/** Lets so many play, and looks at them for some seconds. */
export async function lookAt(
  stage: Stage,
  players: number,
  { settle = SETTLE_S, seconds = MEASURE_S, profileTo }: Look = {},
): Promise<Figures> {
  await stage.fill(players);
  await new Promise((resolve) => setTimeout(resolve, settle * 1000));
  return stage.measure(seconds, profileTo);
}

async function measureSize(roomSize: number, { quick, say }: Effort): Promise<OfSize> {
  const stage = await openStage(roomSize);
  const rows: Figures[] = [];
  const look = async (rooms: number, how: Look = {}): Promise<Figures> => {
    const figures = await lookAt(stage, rooms * roomSize, how);
    const { server } = figures;
    say(`rooms of ${roomSize}: ${rooms * roomSize} players, late p99 ${server.lateMs.p99} ms`);
    return figures;
  };
  try {
    if (quick) return { roomSize, held: 0, failed: null, rows: [await look(1, { seconds: 1 })], half: null };
    const search = { ...SEARCH, from: Math.ceil(START / roomSize), most: Math.floor(MOST / roomSize) };
    const { held, failed } = await findKnee(search, async (rooms) => {
      const figures = await look(rooms);
      rows.push(figures);
      return figures.server.lateMs.p99 <= TICK_MS;
    });
    const half = await look(Math.max(1, Math.round(held / 2)), { settle: CALM_S });
    rows.sort((a, b) => a.load.players - b.load.players);
    return {
      roomSize,
      held: held * roomSize,
      failed: failed === null ? null : failed * roomSize,
      rows,
      half,
    };
  } finally {
    await stage.close();
  }
}

/** Finds the knee for each size of rooms. */
export async function measureCapacity(effort: Effort): Promise<CapacityFigures> {
  const sizes: OfSize[] = [];
  for (const roomSize of ROOM_SIZES) sizes.push(await measureSize(roomSize, effort));
  return { first: FIRST, sizes };
}
