/** What the client costs: bytes until it can be played, waiting, script and draw calls of a frame, and its heap over time. */
import type { Browser } from "playwright-core";
import { launchChromium, PLAIN_PAGE } from "../../browser/browser.ts";
import { buildFirst } from "../../buildFirst.ts";
import { startServer } from "../../headless/index.ts";
import type { Effort, Section } from "../section.ts";
import { short, spreadText } from "../spread.ts";
import { type FrameCost, measureFrames } from "./frames.ts";
import { type Check, holds, LIMITS } from "./limits.ts";
import { SLOW_PHONE, type Visit, visit } from "./loading.ts";
import { sum, type Weight, weighShell } from "./sizes.ts";
import { type SoakFigures, soak } from "./soak.ts";

/** Minutes of the soak; `SOAK_MINUTES` says otherwise, where nobody can wait so long. */
const SOAK_MINUTES = Number(process.env.SOAK_MINUTES ?? 10);

const LONG = { warm: 240, frames: 600 } as const;
const QUICK = { warm: 30, frames: 60 } as const;

const QUALITIES = ["low", "medium", "high"] as const;

export interface ClientFigures {
  readonly shell: readonly Weight[];
  readonly visit: Visit;
  readonly frames: Readonly<Record<(typeof QUALITIES)[number], FrameCost>>;
  readonly soak: SoakFigures;
}

/** Visits of which the middle one counts. */
const VISITS = 9;

/**
 * A first visit with a browser that is running already, as one is when somebody follows a link: the very first page of a
 * browser waits for its processes as well. Each of its times is the middle one.
 */
async function typicalVisit(browser: Browser, endpoint: string, count: number): Promise<Visit> {
  const { files } = await visit(browser, endpoint);
  const visits: Visit[] = [];
  for (let i = 0; i < count; i++) visits.push(await visit(browser, endpoint, SLOW_PHONE));
  const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(count / 2)]!;
  return {
    menuMs: middle(visits.map(({ menuMs }) => menuMs)),
    controlMs: middle(visits.map(({ controlMs }) => controlMs)),
    files,
  };
}

async function withBrowser<T>(flags: readonly string[], use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchChromium(flags);
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** A stranger meets the match that `npm start` begins with; its server shares the machine with the page. */
const AS_STARTED = { FILL: "8", SEATS: "16" } as const;

async function measure({ quick, say }: Effort): Promise<ClientFigures> {
  buildFirst();
  const started = await startServer(AS_STARTED);
  const slow = await withBrowser(PLAIN_PAGE, (browser) =>
    typicalVisit(browser, started.endpoint, quick ? 1 : VISITS),
  ).finally(() => started.stop());
  const server = await startServer({ FILL: "16", SEATS: "16" });
  try {
    say(`menu after ${slow.menuMs} ms, control after ${slow.controlMs} ms`);
    return await withBrowser([], async (browser) => {
      const frames = {} as Record<(typeof QUALITIES)[number], FrameCost>;
      for (const quality of QUALITIES) {
        frames[quality] = await measureFrames(browser, quick ? QUICK : LONG, quality);
        say(
          `${quality}: ${spreadText(frames[quality].scriptMs)} ms, ${frames[quality].drawCalls} draw calls`,
        );
      }
      const heap = await soak(browser, server.endpoint, quick ? 20 : SOAK_MINUTES * 60, say);
      return { shell: weighShell(), visit: slow, frames, soak: heap };
    });
  } finally {
    await server.stop();
  }
}

function checksOf({ shell, visit: { menuMs, controlMs, files }, frames, soak }: ClientFigures): Check[] {
  return [
    { what: "shell", unit: "bytes", is: sum(shell), most: LIMITS.shellBytes },
    { what: "everything to first control", unit: "bytes", is: sum(files), most: LIMITS.controlBytes },
    { what: "menu", unit: "ms", is: menuMs, most: LIMITS.menuMs },
    { what: "first control", unit: "ms", is: controlMs, most: LIMITS.controlMs },
    ...QUALITIES.flatMap((quality): Check[] => [
      {
        what: `script of a frame, ${quality}`,
        unit: "ms, median",
        is: frames[quality].scriptMs.median,
        most: LIMITS.scriptMs,
      },
      {
        what: `draw calls of a frame, ${quality}`,
        unit: "at most",
        is: frames[quality].drawCalls,
        most: LIMITS.drawCalls,
      },
    ]),
    { what: "heap", unit: "MB more a minute", is: soak.growthPerMinute, most: LIMITS.growthPerMinute },
  ];
}

export const client: Section<ClientFigures> = {
  name: "client",
  title: "The client",
  about:
    `Bytes are those of the built files that a first visit asks for, compressed with brotli. The waits are those of a phone: the processor held back to a ${SLOW_PHONE.cpuRate}th, ` +
    `${SLOW_PHONE.bitsPerS / 1e6} Mbit/s and a round trip of ${SLOW_PHONE.roundTripMs} ms, on a first visit with a browser that is running already and paints the page around the game without a graphics card, into a match of eight; of ${VISITS} times the middle one is told. Frames are those of a made-up fight of sixteen drones in one picture of 320 by 180 px, drawn in software; ` +
    "script time is all of the page's own work from the engine's step to its last draw call. The heap is that of real play against bots, after forced collections.",
  measure,
  breaks: (figures) =>
    checksOf(figures)
      .filter((check) => !holds(check))
      .map(({ what, unit, is, most }) => `${what}: ${short(is)} ${unit}, allowed are ${most}`),
  account: (figures) => ({
    tables: [
      {
        title: "What it costs, and what it may",
        columns: [
          { head: "what", words: true },
          { head: "is" },
          { head: "may be" },
          { head: "unit", words: true },
          { head: "holds", words: true },
        ],
        rows: checksOf(figures).map((check) => [
          check.what,
          check.unit === "bytes" ? check.is.toLocaleString("en") : short(check.is),
          check.most.toLocaleString("en"),
          check.unit,
          holds(check) ? "yes" : "NO",
        ]),
        notes: [
          ...QUALITIES.map(
            (quality) =>
              `${quality}: 19 of 20 frames took ${short(figures.frames[quality].scriptP95Ms)} ms of script or less, of ${figures.frames[quality].frames} frames.`,
          ),
          `The heap was watched for ${short((figures.soak.samples.at(-1)?.seconds ?? 0) / 60)} minutes, of which the first ones grow the most.`,
        ],
      },
      {
        title: "Bytes until the drone obeys, the heaviest first",
        columns: [{ head: "file", words: true }, { head: "bytes" }],
        rows: figures.visit.files.map(({ file, bytes }) => [file, bytes.toLocaleString("en")]),
      },
    ],
    pictures: [
      {
        name: "client-heap",
        alt: "MB of the heap after forced collections over a soak of real play",
        chart: {
          kind: "lines",
          title: "Heap after forced collections",
          xLabel: "seconds of play",
          yLabel: "MB",
          curves: [
            { name: "heap", points: figures.soak.samples.map((at) => [at.seconds, at.megabytes] as const) },
          ],
        },
      },
    ],
  }),
};
