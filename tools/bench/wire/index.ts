/** Bytes a player and second, of the real game and of other ways to tell the same movement, down to what no coder goes below. */
import { stayOn } from "../machine.ts";
import { type Effort, inTurn, type Section, type Table } from "../section.ts";
import { ratioOf, type Spread, short, spreadOf, spreadText } from "../spread.ts";
import { measureRival, type RivalRun } from "./compare.ts";
import { type Floor, floorOf } from "./floor.ts";
import { measureGame } from "./game.ts";
import { type Fight, recordMovement } from "./movement.ts";
import { RIVALS } from "./rivals/index.ts";
import { bytesOf, KINDS, type Traffic } from "./tally.ts";

/** One screen without a wall, on which everybody sees everybody; and the largest map. `runs` of all others, in turn. */
const PLACES = [
  { arena: "range", says: "one fight on one screen", runs: 2 },
  { arena: "yards", says: "spread out", runs: 1 },
] as const;

/** Seconds until everybody is in the midst of it. */
const WARM_UP_S = 3;

/** What a player may cost in the fight of sixteen, in bytes a second. */
const BOUNDS = { down: 5000, up: 600 };

/** The real game. */
interface GameRow {
  readonly arena: string;
  readonly says: string;
  readonly players: number;
  readonly traffic: Traffic;
}

/** One rival in one fight; runs of one turn are compared with each other. */
interface RivalRow {
  readonly name: string;
  readonly says: string;
  readonly down: Spread;
  readonly up: Spread;
  /** Times the bytes that the game takes down for the same movement. */
  readonly timesCrosswire: Spread;
  readonly cpuMsPerS: Spread;
  /** Times the processor time of JSON snapshots over ws. */
  readonly timesJsonCpu: Spread;
}

interface Comparison {
  readonly arena: string;
  readonly says: string;
  readonly players: number;
  readonly floor: Floor;
  readonly rivals: readonly RivalRow[];
}

export interface WireFigures {
  readonly seconds: number;
  readonly games: readonly GameRow[];
  readonly comparisons: readonly Comparison[];
}

async function compare(
  fight: Fight,
  says: string,
  effort: Effort,
  runs: number,
  seconds: number,
): Promise<Comparison> {
  const all = new Map(RIVALS.map(({ name }) => [name, [] as RivalRun[]]));
  // The clients live in this process, the servers on another core.
  const release = effort.quick ? () => {} : stayOn(1);
  try {
    for (let run = 0; run < runs; run++) {
      await inTurn(effort, RIVALS, async (rival) => {
        all.get(rival.name)!.push(await measureRival(rival, fight, seconds));
      });
    }
  } finally {
    release();
  }
  const down = (name: string): number[] => all.get(name)!.map(({ traffic }) => bytesOf(traffic.down));
  const cpu = (name: string): number[] => all.get(name)!.map(({ cpuMsPerS }) => cpuMsPerS);
  return {
    ...{ arena: fight.arena, says, players: fight.players, floor: floorOf(recordMovement(fight)) },
    rivals: RIVALS.map(({ name, says: what }) => ({
      name,
      says: what,
      down: spreadOf(down(name)),
      up: spreadOf(all.get(name)!.map(({ traffic }) => bytesOf(traffic.up))),
      timesCrosswire: ratioOf(down(name), down("crosswire")),
      cpuMsPerS: spreadOf(cpu(name)),
      timesJsonCpu: ratioOf(cpu(name), cpu("json")),
    })),
  };
}

async function measure(effort: Effort): Promise<WireFigures> {
  const { quick, say } = effort;
  const seconds = quick ? 1 : 3;
  const games: GameRow[] = [];
  const comparisons: Comparison[] = [];
  for (const { arena, says, runs } of quick ? PLACES.slice(0, 1) : PLACES) {
    for (const players of quick ? [4] : [16, 32]) {
      games.push({
        arena,
        says,
        players,
        traffic: await measureGame(arena, players, seconds, quick ? 1 : WARM_UP_S),
      });
      say(`the game, ${players} players, ${says}`);
    }
    const fight: Fight = { arena, players: quick ? 4 : 16, seed: 3, seconds: quick ? 4 : 30 };
    comparisons.push(await compare(fight, says, effort, quick ? 1 : runs, seconds));
    say(`the same movement by others, ${says}`);
  }
  return { seconds, games, comparisons };
}

function gameTable(games: readonly GameRow[], way: "down" | "up"): Table {
  const kinds = KINDS.filter((kind) => games.some(({ traffic }) => traffic[way][kind] > 0));
  return {
    title: `The game, bytes a player and second ${way}`,
    columns: [
      { head: "map", words: true },
      { head: "", words: true },
      { head: "players" },
      ...kinds.map((head) => ({ head })),
      { head: "all" },
    ],
    rows: games.map(({ arena, says, players, traffic }) => [
      ...[arena, says, String(players)],
      ...kinds.map((kind) => short(traffic[way][kind])),
      short(bytesOf(traffic[way])),
    ]),
    notes:
      way === "down"
        ? [
            "stamps are the time and the acknowledgement that come with each patch; framing are the headers of RFC 6455.",
            `Wanted are at most ${short(BOUNDS.down)} for 16 players on one screen.`,
          ]
        : [`60 inputs a second, two a frame. Wanted are at most ${short(BOUNDS.up)}.`],
  };
}

function comparisonTable({ arena, says, players, floor, rivals }: Comparison): Table {
  const rival = (wanted: string): RivalRow => rivals.find(({ name }) => name === wanted)!;
  const own = rival("crosswire").down.median;
  const [floats, json] = [rival("floats"), rival("json")];
  const { order0Bits, givenLastBits, bytesPerSecond } = floor;
  return {
    title: `The same movement by others: ${players} bots on ${arena}, ${says}`,
    columns: [
      { head: "how", words: true },
      { head: "bytes down" },
      { head: "times Crosswire" },
      { head: "bytes up" },
      { head: "server ms/s" },
      { head: "times JSON's" },
    ],
    rows: rivals.map(({ says: what, down, timesCrosswire, up, cpuMsPerS, timesJsonCpu }) => [
      what,
      short(down.median),
      spreadText(timesCrosswire),
      short(up.median),
      short(cpuMsPerS.median),
      spreadText(timesJsonCpu),
    ]),
    notes: [
      `The floor: at half a pixel and 256 directions a drone's change from snapshot to snapshot takes ${short(order0Bits)} bits coded by ` +
        `frequency, ${short(givenLastBits)} when the last change is known; that is ${short(bytesPerSecond)} bytes a second for all drones. ` +
        `The game takes ${short(own / bytesPerSecond)} times that, with everything else that it tells.`,
      "Crosswire's processor time holds the whole match and its bots; that of the others is telling alone.",
      `The honest line: Colyseus with float fields takes ${spreadText(floats.timesJsonCpu)} times the processor time of full snapshots as JSON ` +
        `over plain ws, which it tracks no change for and stringifies once for all. On loopback, where bytes cost nothing, that is the whole ` +
        `price; in bytes JSON takes ${short(json.down.median / floats.down.median)} times as many, and ${spreadText(json.timesCrosswire)} times as many as the game.`,
    ],
  };
}

export const wire: Section<WireFigures> = {
  name: "wire",
  title: "Bytes on the wire",
  about:
    "Counted on the sockets, between real servers and real clients, WebSocket headers included and TCP's not. First the game: its " +
    "own server, players who fight without a pause. Then the movement of a seeded match of bots, brought to as many clients by others: " +
    "snapshots of the whole world 30 times a second, Colyseus with fields as everybody begins, and the game's own state, sight and events.",
  measure,
  account: ({ games, comparisons }) => ({
    tables: [gameTable(games, "down"), gameTable(games, "up"), ...comparisons.map(comparisonTable)],
    pictures: [
      {
        name: "wire-kinds",
        alt: "Bytes a player and second down, by what they are for",
        chart: {
          kind: "bars",
          title: "The game: bytes a player and second down",
          unit: "bytes/s",
          parts: KINDS,
          bars: games.map(({ arena, players, traffic }) => ({
            name: `${players} on ${arena}`,
            values: KINDS.map((kind) => traffic.down[kind]),
          })),
        },
      },
      ...comparisons.map(({ arena, says, players, rivals, floor }) => ({
        name: `wire-${arena}`,
        alt: `Bytes a player and second for the same movement, by how it is told, ${says}`,
        chart: {
          kind: "bars" as const,
          title: `${players} players, ${says}: bytes a player and second down (each line is ten times the last)`,
          unit: "bytes/s",
          parts: ["bytes"],
          logarithmic: true,
          bars: [
            { name: "entropy floor", values: [floor.bytesPerSecond] },
            ...rivals.map(({ name, down }) => ({ name, values: [down.median] })),
          ],
        },
      })),
    ],
  }),
};
