/** Whether a page that plays on and on grows: its heap after garbage collections, over minutes of real play with bots. */
import type { Browser } from "playwright-core";

/** Heap in MB after a forced collection, and when. */
export interface HeapSample {
  readonly seconds: number;
  readonly megabytes: number;
}

export interface SoakFigures {
  readonly seconds: number;
  readonly samples: readonly HeapSample[];
  /** MB a minute by which the second half grew: the median of its last third against that of its first. */
  readonly growthPerMinute: number;
}

const SAMPLES = 30;
/** ms between two changes of what the player does. */
const STRIDE_MS = 500;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Growth by a line through medians: a single collection that came late says nothing. */
export function growthOf(samples: readonly HeapSample[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const third = Math.max(1, Math.floor(half.length / 3));
  const early = half.slice(0, third);
  const late = half.slice(-third);
  const grown =
    median(late.map(({ megabytes }) => megabytes)) - median(early.map(({ megabytes }) => megabytes));
  const minutes =
    (median(late.map(({ seconds }) => seconds)) - median(early.map(({ seconds }) => seconds))) / 60;
  return minutes > 0 ? grown / minutes : 0;
}

/** Plays and watches the heap. */
export async function soak(
  browser: Browser,
  endpoint: string,
  seconds: number,
  say: (line: string) => void,
): Promise<SoakFigures> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  try {
    const page = await context.newPage();
    await page.goto(`${endpoint}/?probe&gfx=low`);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, {
      timeout: 60_000,
    });
    const devtools = await context.newCDPSession(page);
    const samples: HeapSample[] = [];
    const began = performance.now();
    const elapsed = (): number => (performance.now() - began) / 1000;
    const keys = ["KeyW", "KeyD", "KeyS", "KeyA"] as const;
    await page.mouse.move(450, 150);
    await page.mouse.down();
    for (let step = 0; elapsed() < seconds; step++) {
      const key = keys[Math.floor(step / 3) % keys.length]!;
      await page.keyboard.down(key);
      await page.mouse.move(320 + Math.cos(step / 4) * 150, 180 + Math.sin(step / 4) * 100);
      await page.waitForTimeout(STRIDE_MS);
      await page.keyboard.up(key);
      if (elapsed() < (samples.length * seconds) / SAMPLES) continue;
      // Twice: what the first one frees may free more.
      await devtools.send("HeapProfiler.collectGarbage");
      await devtools.send("HeapProfiler.collectGarbage");
      const { usedSize } = await devtools.send("Runtime.getHeapUsage");
      samples.push({ seconds: Math.round(elapsed()), megabytes: Math.round(usedSize / 1e4) / 100 });
      if (samples.length % 10 === 0)
        say(`heap after ${samples.at(-1)!.seconds} s: ${samples.at(-1)!.megabytes} MB`);
    }
    await page.mouse.up();
    return { seconds, samples, growthPerMinute: growthOf(samples) };
  } finally {
    await context.close();
  }
}
