/** How much room the page has in its window, in the words of the style sheets: `data-room` of its root. */

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
