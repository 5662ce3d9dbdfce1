/** The report as a page that needs nothing but itself. */
import type { Outcome } from "./outcome.ts";
import { drawPlot, escapeText, type Plot } from "./plot.ts";
import { playersTable, singleTable, spreadTable, type Table, verdictLines } from "./table.ts";

const MIDDLE = "#3b82c4";
const WORST = "#d2592b";
const THIRD = "#5a8f3c";
const FOURTH = "#8a63b8";

const both = (name: string): Plot["lines"] => [
  { name: `${name}.p50`, label: "p50", colour: MIDDLE },
  { name: `${name}.p99`, label: "p99", colour: WORST },
];

const PLOTS: readonly Plot[] = [
  { title: "Round trip", unit: "ms", lines: both("rtt") },
  { title: "Input to acknowledgement", unit: "ms", lines: both("ack") },
  { title: "Time between patches", unit: "ms", lines: both("patch") },
  { title: "Step of a room", unit: "ms", lines: both("tick") },
  { title: "Lateness of a step", unit: "ms", lines: both("late") },
  {
    title: "Bytes of a player",
    unit: "B/s",
    lines: [
      { name: "down", label: "down", colour: MIDDLE },
      { name: "up", label: "up", colour: WORST },
    ],
  },
  {
    title: "Corrections of a player",
    unit: "a minute",
    lines: [{ name: "corrections", label: "corrections", colour: MIDDLE }],
  },
  {
    title: "What went wrong",
    unit: "",
    lines: [
      { name: "errors", label: "errors", colour: WORST },
      { name: "disconnects", label: "disconnects", colour: MIDDLE },
      { name: "refused", label: "refused", colour: THIRD },
    ],
  },
  {
    title: "Processor",
    unit: "% of a core",
    lines: [
      { name: "cpu", label: "server", colour: MIDDLE },
      { name: "busy", label: "busiest thread of the players", colour: WORST },
    ],
  },
  {
    title: "Memory",
    unit: "MB",
    lines: [
      { name: "rss", label: "server", colour: MIDDLE },
      { name: "heap", label: "of it heap", colour: THIRD },
      { name: "generatorRss", label: "players", colour: WORST },
      { name: "generatorHeld", label: "without garbage", colour: FOURTH },
    ],
  },
  { title: "Delay of the players' threads", unit: "ms", lines: both("generator") },
];

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --soft: #66727f; --line: #d8dee5; --back: #fff; --crowd: #eef1f5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dde4ec; --soft: #8c98a6; --line: #2c3742; --back: #12181f; --crowd: #1c252e; }
}
body { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back); margin: 2rem auto; max-width: 1180px; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
code, pre, td, th { font-variant-numeric: tabular-nums; } pre { white-space: pre-wrap; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(480px, 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { font-weight: 600; } figcaption span { font-weight: 400; color: var(--soft); margin-left: .6rem; }
figcaption i { display: inline-block; width: .7rem; height: .2rem; margin-right: .3rem; vertical-align: middle; }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--soft); dominant-baseline: middle; }
.left { text-anchor: end; } .below { text-anchor: middle; } .grid { stroke: var(--line); stroke-width: .5; }
.crowd { fill: var(--crowd); } .lines path { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; } td, th { text-align: right; padding: .15rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
td:first-child, th:first-child, td.words { text-align: left; } .warn { border-left: 4px solid ${WORST}; padding-left: .8rem; }
.verdict { font-weight: 600; } p, li { max-width: 75ch; }`;

function table({ head, rows }: Table): string {
  const cell = (tag: string, text: string): string =>
    `<${tag}${/[a-z] [a-z]/.test(text) ? ' class="words"' : ""}>${escapeText(text)}</${tag}>`;
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((text) => cell(tag, text)).join("")}</tr>`;
  const top = head.some((text) => text !== "") ? line("th", head) : "";
  return `<div class="scroll"><table>${top}${rows.map((row) => line("td", row)).join("")}</table></div>`;
}

const section = (title: string, body: string): string => `<h2>${title}</h2>${body}`;

/** Makes the page of a run. */
export function drawPage(outcome: Outcome): string {
  const { at, command, machine, figures, verdicts, warnings, complaints, rows } = outcome;
  const complained = complaints
    .map(([text, count]) => `<li>${count} times: ${escapeText(text)}</li>`)
    .join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Crosswire under load</title><style>${STYLE}</style></head><body>
<h1>Crosswire under load</h1>
<p><code>${escapeText(command)}</code><br>${escapeText(at)}, on ${escapeText(machine.processor)}, ${machine.cores} cores, Node ${escapeText(machine.node)}</p>
${warnings.map((text) => `<p class="warn">${escapeText(text)}</p>`).join("\n")}
${section("What had to hold", `<pre class="verdict">${escapeText(verdictLines(verdicts).join("\n"))}</pre>`)}
${complained === "" ? "" : section("What went wrong", `<ul>${complained}</ul>`)}
${section("Over time", `<p>Seconds from the start; the grey area is the number of players, on the right.</p><div class="plots">${PLOTS.map((plot) => drawPlot(plot, rows)).join("")}</div>`)}
${section("By the number of players", `<p>Medians of the seconds in which so many played.</p>${table(playersTable(rows))}`)}
${section("Distributions, once all were in", table(spreadTable(figures)))}
${section("The whole run", table(singleTable(figures)))}
</body></html>
`;
}
