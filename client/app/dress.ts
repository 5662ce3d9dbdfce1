/** What the style sheets know of the settings and of the window: attributes and variables of the page's root. */
import { effect, signal } from "@preact/signals";
import { settings, wishes } from "../settings/index.ts";

/**
 * What there is room for, in px of a page at 100 %: one made twice as large has half the room. Media queries do not know
 * of that, and Chromium does not ask container queries again when only the size of a rem has changed.
 */
const ROOMS: Readonly<Record<string, (width: number, height: number) => boolean>> = {
  /** A phone held upright. */
  narrow: (width) => width <= 720,
  medium: (width) => width <= 960,
  /** A phone on its side. */
  low: (_, height) => height <= 480,
  /** Low, and wide enough for two columns. */
  flat: (width, height) => height <= 620 && width >= 700,
  /** A screen of a computer: two columns fit, one above the other would have to be scrolled. */
  wide: (width, height) => height > 620 && height <= 920 && width >= 900,
};

/** The rooms that a window of such a size has. @param scale of the page, 1 for 100 % */
export function roomOf(width: number, height: number, scale: number): string {
  return Object.keys(ROOMS)
    .filter((room) => ROOMS[room]!(width / scale, height / scale))
    .join(" ");
}

/** Follows settings and window for as long as the page is there. */
export function dressPage(): void {
  const { style, dataset } = document.documentElement;
  const { interface: look, video, controls } = settings;
  const size = signal({ width: innerWidth, height: innerHeight });
  addEventListener("resize", () => {
    size.value = { width: innerWidth, height: innerHeight };
  });
  effect(() => {
    dataset.room = roomOf(size.value.width, size.value.height, look.scale.value / 100);
  });
  effect(() => style.setProperty("--scale", String(look.scale.value / 100)));
  effect(() => style.setProperty("--flash", String(video.flash.value / 100)));
  effect(() => {
    dataset.motion = wishes.calm.value ? "calm" : "full";
  });
  effect(() => {
    dataset.contrast = wishes.contrast.value ? "high" : "normal";
  });
  effect(() => {
    dataset.moves = controls.moveSide.value;
  });
}
