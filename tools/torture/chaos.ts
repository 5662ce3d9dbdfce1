/**
 * `npm run test:chaos`: players on links that break in every way a network has, all at random from a seed. Whoever comes
 * back within the seat's time is who they were; nobody stays behind who is gone.
 */
import { createRandom, hash32 } from "../../shared/math/index.ts";
import { joinRaw } from "../headless/index.ts";
import { type Census, describeCensus, leftovers } from "./census.ts";
import { type Fate, MISHAPS } from "./mishaps.ts";
import { readOptions } from "./options.ts";
import { TORTURE_SETTINGS } from "./settings.ts";
import { type Subject, startSubject } from "./subject.ts";
import { createUnlucky, type Unlucky } from "./unlucky.ts";
import { printVerdicts, type Verdict } from "./verdict.ts";
import { createWitness, type Witness } from "./witness.ts";

const DEFAULTS = {
  minutes: 10,
  players: 8,
  seed: 1,
  /** Seconds that a seat is held. */
  hold: 20,
  /** Seconds between two of the server's pings; a dead peer is noticed after three of them. */
  ping: 3,
};

/** Pings that a peer may miss, as the server has it by default. */
const MISSES = 2;
/** Seconds beyond what must be, for a busy machine. */
const SLACK_S = 3;

function printFates(fates: readonly Fate[]): void {
  console.log("\n  what happened to connections, and who came back");
  for (const mishap of MISHAPS) {
    const those = fates.filter((fate) => fate.mishap === mishap);
    const count = (holds: (fate: Fate) => boolean): string => String(those.filter(holds).length).padStart(4);
    const slowest = Math.max(0, ...those.filter(({ end }) => end === "back").map(({ returnS }) => returnS));
    console.log(
      `    ${mishap.padEnd(12)}${count(() => true)} times, took effect ${count((fate) => fate.tookEffect)}, ` +
        `back ${count(({ end }) => end === "back")}, seat's time over ${count(({ end }) => end === "gone")}, ` +
        `slowest return ${slowest.toFixed(1)} s`,
    );
  }
}

function judge(
  subject: Subject,
  fates: readonly Fate[],
  ghosts: readonly string[],
  bare: Census,
  empty: Census,
): Verdict[] {
  const complaints = fates.flatMap((fate) => fate.complaints);
  const back = fates.filter((fate) => fate.end === "back").length;
  const gone = fates.filter((fate) => fate.end === "gone").length;
  const left = leftovers(bare, empty);
  return [
    {
      claim: "everybody who comes back within the seat's time has the same identity and score",
      measured:
        complaints.length === 0
          ? `${fates.length} mishaps, ${back} came back, ${gone} stayed away too long`
          : complaints.join("; "),
      holds: complaints.length === 0 && back > 0,
    },
    {
      claim: "no ghosts: nobody in the state who is not known, nobody twice",
      measured: ghosts.length === 0 ? "0 ghosts" : ghosts.join("; "),
      holds: ghosts.length === 0,
    },
    {
      claim: "no leaked rooms, views, fighters or pacers when all are gone",
      measured: left.length === 0 ? describeCensus(empty) : left.join(", "),
      holds: left.length === 0 && subject.process.exitCode === null,
    },
  ];
}

/** Watches for players whom nobody knows, or who are there twice. */
function watchForGhosts(
  witness: Witness,
  unlucky: readonly Unlucky[],
): { readonly ghosts: string[]; stop(): void } {
  const ghosts: string[] = [];
  const looking = setInterval(() => {
    const names = witness.names();
    const twice = names.filter((name, i) => names.indexOf(name) !== i);
    const unknown = names.filter((name) => !unlucky.some((each) => each.mayBeCalled(name)));
    for (const name of twice) ghosts.push(`${name} is there twice`);
    for (const name of unknown) ghosts.push(`${name} should not be there`);
    if (ghosts.length > 5) clearInterval(looking);
  }, 1000);
  return { ghosts, stop: () => clearInterval(looking) };
}

/** Runs the chaos. Returns whether everything held. */
export async function chaos(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, DEFAULTS);
  console.log(
    `chaos: ${options.players} players for ${options.minutes} min, seed ${options.seed}, seats held ${options.hold} s`,
  );
  const noticeS = options.ping * (MISSES + 1) + SLACK_S;
  // The SDK tells of every attempt to reconnect; there will be hundreds.
  console.info = () => {};
  const subject = await startSubject({
    ...TORTURE_SETTINGS,
    FILL: String(options.players + 2),
    SEATS: String(options.players * 2 + 1),
    HOLD_SECONDS: String(options.hold),
    PING_SECONDS: String(options.ping),
    PING_MISSES: String(MISSES),
    ROUND_SECONDS: "3600",
  });
  try {
    const bare = await subject.census("closures");
    const witness = createWitness(await joinRaw(subject.endpoint, "Witness"));
    const until = performance.now() + options.minutes * 60_000;
    const unlucky = await Promise.all(
      Array.from({ length: options.players }, (_unused, i) =>
        createUnlucky({
          port: subject.port,
          number: i,
          witness,
          holdS: options.hold,
          noticeS,
          random: createRandom(hash32(options.seed, i)),
        }),
      ),
    );
    const watch = watchForGhosts(witness, unlucky);
    const fates = (await Promise.all(unlucky.map((each) => each.suffer(until)))).flat();
    // Half of them vanish without a word at the end.
    await Promise.all(unlucky.map((each, i) => each.end(i % 2 === 0)));
    watch.stop();
    const ghosts = [...watch.ghosts];
    await witness.aloneWithin(options.hold + noticeS).catch((error: Error) => ghosts.push(error.message));
    console.log(`  left in the state after the end: ${witness.names().length} people`);
    await witness.leave();
    const empty = await subject.censusUntil(
      (census) => leftovers(bare, census).length === 0,
      noticeS,
      "closures",
    );
    printFates(fates);
    return printVerdicts(judge(subject, fates, ghosts, bare, empty));
  } finally {
    if (subject.process.exitCode === null) subject.process.kill("SIGKILL");
  }
}
