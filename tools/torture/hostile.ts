/**
 * `npm run test:hostile`: a seeded fuzzer against a running server on which a crowd keeps playing. Every case goes over
 * the wire and counts only when the server has demonstrably handled it.
 */
import { type Batch, closeAgents, createBatch, type Tally, type Target } from "./batch.ts";
import { CASE_KINDS } from "./cases/index.ts";
import { type Census, describeCensus, leftovers, mib, type Vitals } from "./census.ts";
import { type Crowd, type CrowdReport, gatherCrowd } from "./crowd.ts";
import { readOptions } from "./options.ts";
import { TORTURE_SETTINGS } from "./settings.ts";
import { type Subject, startSubject } from "./subject.ts";
import { grownBy, printVerdicts, type Verdict } from "./verdict.ts";

const CROWD = 16;

const DEFAULTS = {
  /** Cases over the wire. */
  cases: 1_000_000,
  seed: 1,
  /** Longest time for them in minutes. */
  minutes: 15,
  /** Batches at a time. */
  lanes: 8,
  /** Cases a second at most: this is about what is sent, not about how much a processor can take. */
  rate: 2500,
  /** Seconds before the storm, for comparison. */
  calm: 4,
  /** Growth of the heap that is allowed, in %. */
  bound: 10,
  /** Share of the ticks per second before the storm that must be kept in it. */
  pace: 0.9,
  /** Seconds of quiet before memory is measured: timers keep those who left for some. */
  settle: 8,
  /** Number of one batch to send again, alone; -1 for a whole run. */
  replay: -1,
};

/** A player without a patch for so long stands before a server that hangs. */
const HANG_MS = 4000;

/** Share of the cases that come before the first census: code that never ran is compiled and stays. */
const WARM_UP = 0.05;

/** Seconds after which all held seats, reservations and empty rooms must be gone. */
const QUIET_S = 15;

/** Frames of a batch in trouble that are printed. */
const LAST_FRAMES = 12;

/** What the server's log says of an exception in a room. */
const ROOM_FAILED = '"msg":"room failed"';

/** A batch that ended in an error, for the report. */
interface Trouble {
  readonly batch: Batch;
  readonly error: unknown;
}

function describeTrouble(seed: number, { batch, error }: Trouble): string {
  const last = batch.sent
    .slice(-LAST_FRAMES)
    .map(({ kind, bytes }) => `    ${kind}: ${bytes.toString("hex")}`);
  return [
    `  batch ${batch.index}: ${error}`,
    `    again with: npm run test:hostile -- --seed ${seed} --replay ${batch.index}`,
    ...last,
  ].join("\n");
}

/** Runs batches on several lanes until enough cases are handled, time is up, or something breaks. */
async function attack(
  target: Target,
  tally: Tally,
  options: typeof DEFAULTS,
  plan: { readonly cases: number; readonly until: number; firstBatch: number },
): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  const handled = (): number => [...tally.handled.values()].reduce((sum, count) => sum + count, 0);
  const began = performance.now();
  const beganAt = handled();
  const isTooFast = (): boolean => handled() - beganAt > ((performance.now() - began) / 1000) * options.rate;
  const lane = async (): Promise<void> => {
    while (handled() < plan.cases && performance.now() < plan.until && troubles.length === 0) {
      while (isTooFast()) await new Promise((resolve) => setTimeout(resolve, 10));
      const batch = createBatch(target, options.seed, plan.firstBatch++);
      try {
        await batch.run(tally);
      } catch (error) {
        troubles.push({ batch, error });
      }
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  return troubles;
}

function printTally(tally: Tally, seconds: number): number {
  let all = 0;
  console.log("\n  cases over the wire, each handled by the server");
  for (const kind of CASE_KINDS) {
    const count = tally.handled.get(kind) ?? 0;
    all += count;
    console.log(
      `    ${kind.padEnd(18)}${String(count).padStart(9)}${(count / seconds).toFixed(0).padStart(8)}/s`,
    );
  }
  console.log(`    ${"all".padEnd(18)}${String(all).padStart(9)}${(all / seconds).toFixed(0).padStart(8)}/s`);
  const answers = [...tally.answers]
    .sort((a, b) => b[1] - a[1])
    .map(([answer, count]) => `${answer} ${count}`);
  console.log(`  how connections ended: ${answers.join(", ")}`);
  return all;
}

/** The slowest second, leaving out the first, which is not whole. */
function slowest(report: CrowdReport, what: "ticks" | "patches"): { lowest: number; mean: number } {
  const values = report.seconds.slice(1).map((second) => second[what]);
  if (values.length === 0) return { lowest: 0, mean: 0 };
  return { lowest: Math.min(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

interface Outcome {
  readonly calm: CrowdReport;
  readonly stormy: CrowdReport;
  readonly vitals: Vitals;
  readonly before: Census;
  readonly after: Census;
  readonly empty: Census;
  /** Status of the health check after all of it. */
  readonly health: number;
  readonly bare: Census;
}

function judge(
  subject: Subject,
  outcome: Outcome,
  { bound, pace }: Pick<typeof DEFAULTS, "bound" | "pace">,
): Verdict[] {
  const { calm, stormy, vitals, before, after, bare, empty, health } = outcome;
  const calmTicks = slowest(calm, "ticks");
  const ticks = slowest(stormy, "ticks");
  const patches = slowest(stormy, "patches");
  const left = leftovers(bare, empty);
  const failures = subject.output().split(ROOM_FAILED).length - 1;
  return [
    {
      claim: "0 crashes: the process lives and serves, no room failed",
      measured: `exit code ${subject.process.exitCode}, health ${health}, ${failures} exceptions in rooms`,
      holds: subject.process.exitCode === null && health === 200 && failures === 0,
    },
    {
      claim: "0 hangs: the pace is kept",
      measured:
        `ticks/s mean ${ticks.mean.toFixed(1)}, lowest second ${ticks.lowest}; patches/s mean ` +
        `${patches.mean.toFixed(1)}, lowest second of the worst player ${patches.lowest}; longest gap ` +
        `${stormy.longestGapMs.toFixed(0)} ms (before: ticks/s ${calmTicks.mean.toFixed(1)}, lowest ${calmTicks.lowest}, ` +
        `gap ${calm.longestGapMs.toFixed(0)} ms); event loop p99 ${vitals.loopP99Ms.toFixed(1)} ms, ` +
        `longest ${vitals.loopMaxMs.toFixed(0)} ms`,
      holds: ticks.mean >= pace * calmTicks.mean && stormy.longestGapMs < HANG_MS,
    },
    {
      claim: `0 harm to the ${CROWD} players: nobody closed, numbers finite, scores by rules`,
      measured:
        `${stormy.inputsSent} inputs, ${stormy.kills} kills; of those who predict: ${stormy.corrections} corrections, ` +
        `largest drift of a field ${stormy.driftPeak.toFixed(3)}` +
        (stormy.harm.length === 0 ? "" : `; ${stormy.harm.join("; ")}`),
      holds: stormy.harm.length === 0 && Number.isFinite(stormy.driftPeak) && stormy.kills > 0,
    },
    {
      claim: `memory is back: heap after GC within ${bound} % of the start`,
      measured:
        `heap ${mib(before.heapUsed)} -> ${mib(after.heapUsed)} ` +
        `(${(100 * grownBy(before.heapUsed, after.heapUsed)).toFixed(1)} %), rss ${mib(before.rss)} -> ${mib(after.rss)}`,
      holds: 100 * grownBy(before.heapUsed, after.heapUsed) < bound,
    },
    {
      claim: "nothing is left over when all are gone",
      measured: left.length === 0 ? describeCensus(empty) : left.join(", "),
      holds: left.length === 0,
    },
  ];
}

async function storm(
  subject: Subject,
  crowd: Crowd,
  bare: Census,
  options: typeof DEFAULTS,
): Promise<boolean> {
  const target: Target = { port: subject.port, roomId: crowd.roomId };
  const tally: Tally = { handled: new Map(), answers: new Map() };
  const began = performance.now();
  const until = began + options.minutes * 60_000;
  const plan = { cases: options.cases * WARM_UP, until, firstBatch: 0 };
  const whole = options.replay < 0;

  let troubles: Trouble[] = [];
  if (whole) troubles = await attack(target, tally, options, plan);
  const started = ({ clients, listedRooms }: Census): boolean => clients <= CROWD && listedRooms === 1;
  const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, options.settle * 1000));
  await quiet();
  const before = await subject.censusUntil(started, QUIET_S, "memory");
  console.log(`  start: ${describeCensus(before)}`);
  await crowd.begin();
  await new Promise((resolve) => setTimeout(resolve, options.calm * 1000));
  const calm = await crowd.report();
  await crowd.begin();

  if (troubles.length === 0 && whole)
    troubles = await attack(target, tally, options, { ...plan, cases: options.cases });
  if (!whole) {
    const batch = createBatch(target, options.seed, options.replay);
    await batch.run(tally).catch((error: unknown) => troubles.push({ batch, error }));
    for (const { kind, bytes } of batch.sent) console.log(`    ${kind}: ${bytes.toString("hex")}`);
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
  const stormy = await crowd.report();
  const seconds = (performance.now() - began) / 1000;
  const all = printTally(tally, seconds);
  for (const trouble of troubles) console.log(describeTrouble(options.seed, trouble));
  if (subject.process.exitCode !== null) {
    console.log(`  the server ended with ${subject.process.exitCode}:\n${subject.output().slice(-4000)}`);
    return false;
  }
  const vitals = await subject.vitals();
  closeAgents();
  await quiet();
  const after = await subject.censusUntil(started, QUIET_S, "memory");
  console.log(`  end:   ${describeCensus(after)}`);
  await crowd.leave();
  const empty = await subject.censusUntil(
    (census) => leftovers(bare, census).length === 0,
    QUIET_S,
    "closures",
  );
  const health = await fetch(`${subject.endpoint}/healthz`).then((response) => response.status);
  const verdicts = judge(subject, { health, calm, stormy, vitals, before, after, empty, bare }, options);
  if (whole) {
    const measured = `${all} cases in ${seconds.toFixed(0)} s, seed ${options.seed}, all over the wire, none in process`;
    verdicts.unshift({ claim: `${options.cases} cases handled`, measured, holds: all >= options.cases });
  }
  console.log(`  the server wrote ${subject.output().length} characters of log`);
  return printVerdicts(verdicts) && troubles.length === 0;
}

/** Runs the fuzzer. Returns whether everything held. */
export async function hostile(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, DEFAULTS);
  console.log(`hostile: ${options.cases} cases, seed ${options.seed}, ${CROWD} players`);
  const subject = await startSubject({
    ...TORTURE_SETTINGS,
    ARENA: "foundry",
    FILL: "0",
    SEATS: "32",
    HOLD_SECONDS: "1",
    ROUND_SECONDS: "3600",
  });
  try {
    const bare = await subject.census("closures");
    const crowd = await gatherCrowd({ endpoint: subject.endpoint, size: CROWD, seed: options.seed });
    return await storm(subject, crowd, bare, options);
  } finally {
    if (subject.process.exitCode === null) subject.process.kill("SIGKILL");
  }
}
