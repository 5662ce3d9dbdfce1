/**
 * Films a minute of real play with bots: `npm run capture`, or `npm run capture -- 20` for so many seconds. The browser
 * gives its pictures as it draws them, and puts them together into docs/images/play.webm with its own encoder, so that
 * nothing else has to be installed.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../browser/browser.ts";
import { enterArena, playOn, withPage } from "./game.ts";

const OUT = fileURLToPath(new URL("../../docs/images/play.webm", import.meta.url));
const SIZE = { width: 800, height: 450 };
/** Bits a second: a minute stays far below what a repository should carry. */
const BITRATE = 620_000;
const MOST_BYTES = 6e6;

/** A picture of the page, and when it was drawn, in seconds. */
interface Still {
  readonly jpeg: string;
  readonly at: number;
}

/** Plays for so many seconds and keeps each picture that the browser draws meanwhile. */
async function film(page: Page, seconds: number): Promise<Still[]> {
  const stills: Still[] = [];
  const devtools = await page.context().newCDPSession(page);
  devtools.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    stills.push({ jpeg: data, at: metadata.timestamp ?? Date.now() / 1000 });
    devtools.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await devtools.send("Page.startScreencast", { format: "jpeg", quality: 82, everyNthFrame: 1 });
  const began = performance.now();
  for (let step = 0; performance.now() - began < seconds * 1000; step++) await playOn(page, step);
  await page.mouse.up();
  await devtools.send("Page.stopScreencast");
  return stills;
}

/** Puts stills together at the pace at which they were drawn. @returns the film, base64 */
async function develop(browser: Browser, stills: readonly Still[]): Promise<string> {
  const page = await browser.newPage();
  await page.exposeFunction("still", (index: number) => stills[index] ?? null);
  const film = await page.evaluate(
    async ({ width, height, bitrate, start }) => {
      const { still } = window as unknown as { still(index: number): Promise<Still | null> };
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const ctx = canvas.getContext("2d")!;
      const stream = canvas.captureStream(0);
      const track = stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack;
      const recorder = new MediaRecorder(stream, {
        mimeType: "video/webm;codecs=vp9",
        videoBitsPerSecond: bitrate,
      });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const done = new Promise((resolve) => {
        recorder.onstop = resolve;
      });
      recorder.start(1000);
      const began = performance.now();
      for (let index = 0; ; index++) {
        const next = await still(index);
        if (next === null) break;
        const image = new Image();
        image.src = `data:image/jpeg;base64,${next.jpeg}`;
        await image.decode();
        const wait = (next.at - start) * 1000 - (performance.now() - began);
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        ctx.drawImage(image, 0, 0, width, height);
        track.requestFrame();
      }
      recorder.stop();
      await done;
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 0x8000)
        text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return btoa(text);
    },
    { ...SIZE, bitrate: BITRATE, start: stills[0]!.at },
  );
  await page.close();
  return film;
}

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds >= 1 && seconds <= 120)) {
  console.error(`npm run capture takes 1 to 120 seconds, not "${process.argv[2]}"`);
  process.exitCode = 2;
} else {
  const browser = await launchChromium();
  let stills: Still[] = [];
  await withPage(
    browser,
    {
      browser: { viewport: SIZE },
      server: { FILL: "12", BOT_SKILL: "0.55" },
      settings: { video: { quality: "medium" } },
    },
    async (page) => {
      await enterArena(page);
      stills = await film(page, seconds);
    },
  );
  const bytes = Buffer.from(await develop(browser, stills), "base64");
  await browser.close();
  if (bytes.length > MOST_BYTES)
    throw new Error(`the film has ${bytes.length} bytes, allowed are ${MOST_BYTES}`);
  writeFileSync(OUT, bytes);
  console.log(
    `docs/images/play.webm  ${(bytes.length / 1e6).toFixed(1)} MB, ${stills.length} pictures in ${seconds} s`,
  );
}
