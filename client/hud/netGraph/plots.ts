/** What the graphs of the last ten seconds show, and how one is drawn. */
import { type LinkLog, LOG_EVERY_MS, type Logged } from "./log.ts";

/** Time that a graph shows, in ms. */
export const SHOWN_MS = 10_000;
const SHOWN_ROWS = SHOWN_MS / LOG_EVERY_MS;

/** One graph. */
export interface Plot {
  readonly figure: Extract<
    Logged,
    "pingMs" | "patchGapMs" | "interpolationMs" | "pendingInputs" | "correctionPx"
  >;
  /** Value at the upper edge as long as everything is below it; it doubles until everything is. */
  readonly full: number;
  /** A line from value to value, or a bar for each that is not zero. */
  readonly as: "line" | "bars";
}

/** From the top. */
export const PLOTS: readonly Plot[] = [
  { figure: "pingMs", full: 100, as: "line" },
  { figure: "patchGapMs", full: 100, as: "bars" },
  { figure: "interpolationMs", full: 100, as: "line" },
  { figure: "pendingInputs", full: 16, as: "line" },
  { figure: "correctionPx", full: 4, as: "bars" },
];

/** Value of the upper edge: the plot's own, doubled until the largest value fits. */
export function fullOf(plot: Plot, log: LinkLog, now: number): number {
  let full = plot.full;
  for (let back = 0; back < shownRows(log, now); back++)
    while (log.figure(plot.figure, back) > full) full *= 2;
  return full;
}

/** Rows of the log that are within the graph. */
export function shownRows(log: LinkLog, now: number): number {
  let rows = Math.min(SHOWN_ROWS, log.length);
  while (rows > 0 && now - log.figure("timeMs", rows - 1) > SHOWN_MS) rows -= 1;
  return rows;
}

/** What a graph is drawn on, in px of the canvas, and with. */
export interface Paper {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly ink: string;
  /** Width of a line. */
  readonly pen: number;
}

/** Draws a graph anew; the newest row is at the right edge. Allocates nothing. */
export function drawPlot(plot: Plot, log: LinkLog, now: number, full: number, paper: Paper): void {
  const { context, width, height, ink, pen } = paper;
  const rows = shownRows(log, now);
  const bar = Math.max(pen, (width / SHOWN_ROWS) * 0.7);
  context.clearRect(0, 0, width, height);
  context.fillStyle = ink;
  context.strokeStyle = ink;
  context.lineWidth = pen;
  context.beginPath();
  for (let back = rows - 1; back >= 0; back--) {
    const x = width - pen / 2 - ((now - log.figure("timeMs", back)) / SHOWN_MS) * width;
    const value = log.figure(plot.figure, back);
    const y = height - pen / 2 - (value / full) * (height - pen);
    if (plot.as === "line") context.lineTo(x, y);
    else if (value > 0) context.fillRect(x - bar / 2, y, bar, height - y);
  }
  context.stroke();
}
