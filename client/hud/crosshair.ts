/** What the mouse points with: drawn from the settings, as a cursor that the system moves. No frame can make it late. */
import { effect } from "@preact/signals";
import { settings } from "../settings/index.ts";

type Interface = typeof settings.interface;
type Form = Interface["crosshair"]["value"];
export type CrosshairColour = Interface["crosshairColour"]["value"];

/** px of the drawing at 100 %. */
const SIZE = 32;
const RIM = "#0a0d12";
/** The yellow of the own drone, which marks the middle of a cross. */
const OWN = "#f0e442";
const COLOURS: Readonly<Record<CrosshairColour, string>> = {
  white: "#f3f6fa",
  yellow: OWN,
  blue: "#56b4e9",
  green: "#2bc48f",
  pink: "#e68fbd",
};

/** Lines from the rim of the drawing inwards, with an edge that is seen on any ground. */
function lines(colour: string): string {
  const path = (stroke: string, width: number): string =>
    `<path d="M16 3v7M16 22v7M3 16h7M22 16h7" stroke="${stroke}" stroke-width="${width}"/>`;
  return path(RIM, 5) + path(colour, 2);
}

function circle(radius: number, colour: string): string {
  const ring = (stroke: string, width: number): string =>
    `<circle cx="16" cy="16" r="${radius}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
  return ring(RIM, 5) + ring(colour, 2);
}

function dot(colour: string): string {
  return `<circle cx="16" cy="16" r="2.6" fill="${colour}" stroke="${RIM}" stroke-width="1.6"/>`;
}

const FORMS: Readonly<Record<Form, (colour: string) => string>> = {
  cross: (colour) => lines(colour) + dot(colour === COLOURS.white ? OWN : colour),
  lines,
  ring: (colour) => circle(9, colour) + dot(colour),
  dot,
};

/** A cross hair as an address that CSS takes. */
export function crosshairUrl(form: Form, colour: CrosshairColour, percent: number): string {
  const px = crosshairPx(percent);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${px}" height="${px}" viewBox="0 0 ${SIZE} ${SIZE}">${FORMS[form](COLOURS[colour])}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

let followed = false;

/** Tells the style sheets of it, as it is set from now on. The menu does without: only game and settings show it. */
export function followCrosshair(): void {
  if (followed) return;
  followed = true;
  const { style } = document.documentElement;
  const { crosshair, crosshairColour, crosshairSize } = settings.interface;
  effect(() => {
    const url = crosshairUrl(crosshair.value, crosshairColour.value, crosshairSize.value);
    const middle = crosshairPx(crosshairSize.value) / 2;
    style.setProperty("--crosshair", url);
    style.setProperty("--crosshair-cursor", `${url} ${middle} ${middle}, crosshair`);
  });
}

/** Width and height in css px. */
export function crosshairPx(percent: number): number {
  return Math.round((SIZE * percent) / 100);
}
