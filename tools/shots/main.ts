/**
 * Makes the pictures of the README and the docs from the running game, into docs/images/shots.
 *
 *   npm run shots                   all of them
 *   npm run shots -- menu weapon    those whose names begin so
 *
 * Each is made by itself: one that fails is told at the end, and the others are there.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../browser/browser.ts";
import { GAME_SHOTS, type Shot } from "./gameShots.ts";
import { WEAPON_SHOTS } from "./weaponShots.ts";

const OUT = fileURLToPath(new URL("../../docs/images/shots/", import.meta.url));
/** Flat colours and soft light: at this quality of WebP nobody sees a difference. */
const QUALITY = 86;

const SHOTS: readonly Shot[] = [...GAME_SHOTS, ...WEAPON_SHOTS];

async function make(wanted: readonly Shot[]): Promise<number> {
  const { default: sharp } = await import("sharp");
  mkdirSync(OUT, { recursive: true });
  const browser = await launchChromium();
  let failed = 0;
  for (const shot of wanted) {
    try {
      const picture = await sharp(await shot.take(browser))
        .webp({ quality: QUALITY, effort: 6, smartSubsample: true })
        .toBuffer();
      writeFileSync(`${OUT}${shot.name}.webp`, picture);
      console.log(`docs/images/shots/${shot.name}.webp  ${(picture.length / 1000).toFixed(0)} kB`);
    } catch (error) {
      failed++;
      console.error(`${shot.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  await browser.close();
  return failed;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SHOTS.some((shot) => shot.name.startsWith(name)));
if (unknown.length > 0) {
  console.error(
    `no shot begins with ${unknown.join(", ")}; there are ${SHOTS.map(({ name }) => name).join(", ")}`,
  );
  process.exitCode = 2;
} else {
  const wanted = SHOTS.filter(
    ({ name }) => asked.length === 0 || asked.some((begin) => name.startsWith(begin)),
  );
  if ((await make(wanted)) > 0) process.exitCode = 1;
}
