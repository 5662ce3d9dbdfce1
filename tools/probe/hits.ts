import { MAX_REWIND_MS } from "../../shared/content/index.ts";
import { duel, type Score } from "./duel.ts";
import { NETS, type Net, type Probe } from "./probe.ts";

/** The server's cap on how far a shot may look back, in ms: its default. */
const CAP_MS = MAX_REWIND_MS;

/** Shots that are judged in one network. */
const SHOTS = 20;

/** Parts of the shots aimed at what is drawn: what must be honoured, and what may hit by luck where it must not. */
const HONOURED = 0.95;
const LUCK = 0.25;

/** What players are promised their hits under: a round trip, 30 ms of jitter, and stalls for a hundredth of the time. */
function promised(roundTripMs: number): Net {
  const stalls = { everyMs: 10_000, leastMs: 50, mostMs: 150 };
  return { name: `${roundTripMs}-ms`, shape: { delayMs: roundTripMs / 2, jitterMs: 30, stalls } };
}

function tell({ hits, shots, heldUp, heldUpHits, tripMs }: Score): string {
  const apart = heldUp === 0 ? "" : `, and ${heldUpHits} of ${heldUp} that the line held up`;
  return `${hits} of ${shots} hit${apart}; a command is answered after ${tripMs.toFixed(0)} ms`;
}

/** What you shoot at is what you hit. */
export const hits: Probe = {
  name: "hits",
  short: [promised(100)],
  // On the train most commands are answered after more than 0.4 s: such pictures are older than the cap, and one has to lead.
  all: [promised(0), promised(100), promised(200), ...NETS.filter(({ name }) => name !== "train")],
  anywhere: true,
  async run(lab, net) {
    const score = await duel(lab, net, CAP_MS, SHOTS);
    return [
      {
        claim: `at least ${HONOURED * 100} % of the shots at what is drawn are honoured, unless the line holds them up by 0.1 s`,
        measured: tell(score),
        holds: score.shots >= SHOTS / 2 && score.hits >= score.shots * HONOURED,
      },
    ];
  },
};

/** The same without the technique: what the figure of `hits` is worth. */
export const noRewind: Probe = {
  name: "no-rewind",
  short: [],
  all: [promised(200)],
  anywhere: false,
  async run(lab, net) {
    const score = await duel(lab, net, 0, SHOTS);
    return [
      {
        claim: `with rewind switched off at most ${LUCK * 100} % hit`,
        measured: tell(score),
        holds: score.hits + score.heldUpHits <= SHOTS * LUCK,
      },
    ];
  },
};

/** A picture that is 780 ms old when its shot arrives, 280 ms beyond the cap: at full speed the target is 70 px from there. */
export const rewindCap: Probe = {
  name: "rewind-cap",
  short: [],
  all: [{ name: "700-ms", shape: { delayMs: 350, jitterMs: 0 } }],
  anywhere: false,
  async run(lab, net) {
    const score = await duel(lab, net, CAP_MS, SHOTS);
    return [
      {
        claim: `no hit on a picture older than ${CAP_MS} ms: at most ${LUCK * 100} % by luck`,
        measured: tell(score),
        holds: score.hits + score.heldUpHits <= SHOTS * LUCK,
      },
    ];
  },
};
