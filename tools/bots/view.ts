import type { Progress } from "./run.ts";
import type { Row } from "./series.ts";

/** Seconds between two lines where lines cannot be overwritten; of a run of more than half an hour, a minute. */
const LINE_S = 5;
const LONG_LINE_S = 60;
const LONG_S = 1800;

const BAR = 30;

/** Numbers in so many places, and a dash for what is not known. */
function number(row: Row, name: string, digits = 0): string {
  const value = row[name];
  return value === undefined || Number.isNaN(value) ? "-" : value.toFixed(digits);
}

/** `1:02:03`, or `2:03` for less than an hour. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number): string => String(part).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What a moment of a run looks like, in a few lines. */
export function statusLines({ seconds, ofSeconds, stage, totals }: Progress): string[] {
  const row = totals.last ?? {};
  const { counts } = totals;
  const of = (name: keyof typeof counts): number => counts[name] ?? 0;
  const done = Math.min(BAR, Math.round((BAR * seconds) / ofSeconds));
  const bar = `${"#".repeat(done)}${".".repeat(BAR - done)}`;
  const pair = (name: string): string =>
    `${number(row, `${name}.p50`, 1)} / ${number(row, `${name}.p99`, 1)} ms`;
  return [
    `[${bar}] ${duration(seconds)} of ${duration(ofSeconds)}  ${stage === "ramp" ? "coming in" : "playing"}: ${number(row, "players")} players`,
    `  p50 / p99  rtt ${pair("rtt")}   input to ack ${pair("ack")}   patches ${pair("patch")}`,
    `  server     step ${pair("tick")}   late ${pair("late")}   CPU ${number(row, "cpu")} %   memory ${number(row, "rss")} MB   rooms ${number(row, "rooms")}`,
    `  a player   ${number(row, "down")} B/s down   ${number(row, "up")} B/s up   ${number(row, "corrections", 1)} corrections a minute`,
    `  so far     ${of("joins")} joins   ${of("returns")} returns   ${of("refused")} refused   ${of("disconnects")} disconnects   ${of("errors")} errors`,
    `  this side  busy ${number(row, "busy")} %   delay p99 ${number(row, "generator.p99", 1)} ms   memory ${number(row, "generatorRss")} MB`,
  ];
}

/** One line for a log. */
export function statusLine(progress: Progress): string {
  const row = progress.totals.last ?? {};
  const { errors = 0, disconnects = 0 } = progress.totals.counts;
  return (
    `${duration(progress.seconds)} of ${duration(progress.ofSeconds)}  ${number(row, "players")} players  ` +
    `p99: rtt ${number(row, "rtt.p99", 1)} ack ${number(row, "ack.p99", 1)} patch ${number(row, "patch.p99", 1)} ` +
    `step ${number(row, "tick.p99", 1)} late ${number(row, "late.p99", 1)} ms  ` +
    `${number(row, "down")}/${number(row, "up")} B/s  CPU ${number(row, "cpu")} %  ` +
    `memory ${number(row, "rss")} MB  this side ${number(row, "busy")} %  ${errors} errors  ${disconnects} disconnects`
  );
}

/** Shows how a run goes. */
export interface View {
  show(progress: Progress): void;
}

/** A block that is overwritten each second on a terminal, else a line now and then. */
export function createView(out: Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">): View {
  let lines = 0;
  let lineAt = 0;
  return {
    show(progress) {
      if (out.isTTY) {
        const fresh = statusLines(progress).map((line) => line.slice(0, Math.max(20, out.columns - 1)));
        // Up to the first line of the block; each line is cleared to its end as it is written.
        out.write(`${lines > 0 ? `\x1b[${lines}A` : ""}${fresh.map((line) => `\x1b[2K${line}\n`).join("")}`);
        lines = fresh.length;
      } else if (progress.seconds >= lineAt) {
        out.write(`${statusLine(progress)}\n`);
        lineAt = progress.seconds + (progress.ofSeconds > LONG_S ? LONG_LINE_S : LINE_S) - 0.5;
      }
    },
  };
}
