/**
 * Draws the icons of the installed game from the page's own one, `client/style/favicon.svg`, into `assets/build/icons`.
 *
 *   node tools/icons.ts            draws
 *   node tools/icons.ts --check    exits 1 when the source changed since the committed icons were drawn
 *
 * The output is committed, so that building the game needs no native tools.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const SOURCE = new URL("client/style/favicon.svg", ROOT);
const FOLDER = new URL("assets/build/icons/", ROOT);
const DIGEST = new URL("digest.txt", FOLDER);

/**
 * What platforms ask for. `bleed` fills the whole square with the icon's ground and keeps the drawing within the circle
 * of 80 % that no launcher cuts away (W3C: maskable icons).
 */
const ICONS = [
  { name: "icon-192", size: 192, bleed: false },
  { name: "icon-512", size: 512, bleed: false },
  { name: "maskable-512", size: 512, bleed: true },
  { name: "touch-180", size: 180, bleed: true },
] as const;

/** Side of the source's box, and the colour of its ground. */
const [SIDE, GROUND] = [32, "#0b0f15"];

function digestSources(): string {
  const hash = createHash("sha256");
  for (const source of [SOURCE, new URL("tools/icons.ts", ROOT)]) hash.update(readFileSync(source));
  return hash.digest("hex");
}

/** The drawing on a ground that reaches every edge. */
function withBleed(svg: string): string {
  const [margin, side] = [SIDE * 0.1, SIDE * 0.8];
  const inner = svg.replace("<svg ", `<svg x="${margin}" y="${margin}" width="${side}" height="${side}" `);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">` +
    `<rect width="${SIDE}" height="${SIDE}" fill="${GROUND}"/>${inner}</svg>`
  );
}

async function draw(): Promise<void> {
  // Only drawing needs the native package; the check runs without it.
  const { Resvg } = await import("@resvg/resvg-js");
  const svg = readFileSync(SOURCE, "utf8");
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, size, bleed } of ICONS) {
    const options = { fitTo: { mode: "width" as const, value: size }, font: { loadSystemFonts: false } };
    const picture = new Resvg(bleed ? withBleed(svg) : svg, options).render();
    writeFileSync(new URL(`${name}.png`, FOLDER), picture.asPng());
  }
  writeFileSync(DIGEST, `${digestSources()}\n`);
  console.log(`${ICONS.length} icons`);
}

function check(): boolean {
  if (!ICONS.every(({ name }) => existsSync(new URL(`${name}.png`, FOLDER))) || !existsSync(DIGEST))
    return false;
  return readFileSync(DIGEST, "utf8").trim() === digestSources();
}

if (process.argv.includes("--check")) {
  if (!check()) {
    console.error("assets/build/icons are old: run `node tools/icons.ts` and commit what it writes");
    process.exit(1);
  }
} else {
  await draw();
}
