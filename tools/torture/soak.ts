/**
 * `npm run soak`: joins and leaves by the thousand, rooms by the hundred, and the heap after each garbage collection.
 * Players are bare sockets: they join, play a moment, and leave politely or, every fifth wave, drop. One stays in its room for all the time,
 * so that what a room keeps of those who left would be seen.
 */
import { Agent } from "node:http";
import { createRandom, type Random } from "../../shared/math/index.ts";
import { joinRaw } from "../headless/index.ts";
import { createDice, fittingInput, wrap } from "./cases/index.ts";
import { type Census, describeCensus, leftovers, mib } from "./census.ts";
import { askForSeat, type Enemy, openSocket } from "./enemy.ts";
import { readOptions } from "./options.ts";
import { TORTURE_SETTINGS } from "./settings.ts";
import { type Subject, startSubject } from "./subject.ts";
import { grownBy, printVerdicts } from "./verdict.ts";

const DEFAULTS = {
  joins: 10_000,
  rooms: 500,
  seed: 1,
  /** Joins between two lines of the curve. */
  step: 500,
  minutes: 20,
  /** Growth of the heap that is allowed, in %. */
  bound: 10,
  /** Waves before the start of the curve: code that never ran is compiled and stays. */
  warmup: 30,
  /** Seconds of quiet before memory is measured: timers keep those who left for some. */
  settle: 6,
};

/** Seats of a room. */
const SEATS = 20;
/** Players of a wave: they fill the room that is never empty and make two new ones. */
const WAVE = 48;
/** Share of waves that drop instead of leaving. */
const DROPS = 0.2;
/** Inputs of a player's short life. */
const INPUTS = 30;
const HOLD_S = 1;
/** Until held seats are given up, and the empty rooms with them a second later. */
const DISPOSE_MS = (HOLD_S + 1.3) * 1000;
const QUIET_S = 15;

const WELCOMED = Uint8Array.of(10);
const LEAVING = Uint8Array.of(12);

interface Life {
  readonly roomId: string;
  readonly enemy: Enemy;
}

async function join(port: number, agent: Agent, random: Random, name: string): Promise<Life> {
  const seat = await askForSeat(port, agent, name, null);
  const enemy = seat && (await openSocket(port, "127.0.0.1", seat.target));
  if (seat === null || enemy === null) throw new Error("the server gave no seat");
  const dice = createDice(random.int(0x7fffffff));
  enemy.write(wrap(dice, WELCOMED));
  enemy.write(Buffer.concat(Array.from({ length: INPUTS }, () => wrap(dice, fittingInput(dice)))));
  if ((await enemy.confirmed()) !== "alive") throw new Error("a well-behaved player was closed");
  return { roomId: seat.roomId, enemy };
}

async function leave({ enemy }: Life, random: Random): Promise<void> {
  enemy.write(wrap(createDice(random.int(0x7fffffff)), LEAVING));
  await enemy.ended();
}

/** Fills one room and makes two more, plays a moment and leaves. Returns the rooms that were seen. */
async function wave(port: number, agent: Agent, random: Random): Promise<string[]> {
  const lives = await Promise.all(
    Array.from({ length: WAVE }, (_unused, i) => join(port, agent, random, `Soaked ${i}`)),
  );
  if (random.next() < DROPS) {
    for (const { enemy } of lives) enemy.drop();
    await new Promise((resolve) => setTimeout(resolve, DISPOSE_MS));
  } else {
    await Promise.all(lives.map((life) => leave(life, random)));
  }
  return lives.map(({ roomId }) => roomId);
}

interface Curve {
  readonly start: Census;
  readonly end: Census;
  readonly joins: number;
  readonly rooms: number;
}

async function run(subject: Subject, options: typeof DEFAULTS): Promise<Curve> {
  const random = createRandom(options.seed);
  const agent = new Agent({ keepAlive: true, maxSockets: WAVE });
  const rooms = new Set<string>();
  const began = performance.now();
  const until = began + options.minutes * 60_000;
  const empty = async (): Promise<Census> => {
    await new Promise((resolve) => setTimeout(resolve, options.settle * 1000));
    return subject.censusUntil(
      ({ listedRooms, clients }) => listedRooms === 1 && clients === 1,
      QUIET_S,
      "memory",
    );
  };
  const waves = async (count: number): Promise<number> => {
    for (let i = 0; i < count; i++) for (const id of await wave(subject.port, agent, random)) rooms.add(id);
    return count * WAVE;
  };
  const print = (joins: number, census: Census): void => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0).padStart(5);
    console.log(
      `  ${seconds} s  joins ${String(joins).padStart(6)}  rooms made ${String(rooms.size).padStart(4)}  ` +
        `heap ${mib(census.heapUsed)}  rss ${mib(census.rss)}  rooms ${census.listedRooms}  clients ${census.clients}`,
    );
  };

  await waves(options.warmup);
  rooms.clear();
  const start = await empty();
  print(0, start);
  let joins = 0;
  let end = start;
  while ((joins < options.joins || rooms.size < options.rooms) && performance.now() < until) {
    joins += await waves(Math.max(1, Math.round(options.step / WAVE)));
    end = await empty();
    print(joins, end);
  }
  agent.destroy();
  return { start, end, joins, rooms: rooms.size };
}

/** Runs the soak. Returns whether the heap came back and nothing was left over. */
export async function soak(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, DEFAULTS);
  console.log(`soak: ${options.joins} joins and leaves, ${options.rooms} rooms, seed ${options.seed}`);
  const subject = await startSubject({
    ...TORTURE_SETTINGS,
    FILL: "4",
    SEATS: String(SEATS),
    HOLD_SECONDS: String(HOLD_S),
  });
  try {
    const bare = await subject.census("closures");
    const sitter = await joinRaw(subject.endpoint, "Sitter");
    const { start, end, joins, rooms } = await run(subject, options);
    const stayed = sitter.room.connection.isOpen;
    await sitter.leave();
    const last = await subject.censusUntil(
      (census) => leftovers(bare, census).length === 0,
      QUIET_S,
      "closures",
    );
    const left = leftovers(bare, last);
    const grown = 100 * grownBy(start.heapUsed, end.heapUsed);
    return printVerdicts([
      {
        claim: `${options.joins} joins and leaves, ${options.rooms} rooms made and disposed`,
        measured: `${joins} joins, ${rooms} rooms, exit code ${subject.process.exitCode}, one player there all the time`,
        holds:
          joins >= options.joins && rooms >= options.rooms && stayed && subject.process.exitCode === null,
      },
      {
        claim: `heap after GC within ${options.bound} % of the start`,
        measured:
          `${mib(start.heapUsed)} -> ${mib(end.heapUsed)} (${grown.toFixed(1)} %); ` +
          `rss ${mib(start.rss)} -> ${mib(end.rss)}; before anybody joined ${mib(bare.heapUsed)}`,
        holds: grown < options.bound,
      },
      {
        claim: "nothing is left over",
        measured: left.length === 0 ? describeCensus(last) : left.join(", "),
        holds: left.length === 0,
      },
    ]);
  } finally {
    if (subject.process.exitCode === null) subject.process.kill("SIGKILL");
  }
}
