/** docs/performance.md and its pictures, out of the figures that are kept. */

import type { Machine } from "./machine.ts";
import { draw } from "./plot/index.ts";
import type { Report } from "./report.ts";
import type { Table } from "./section.ts";
import type { AnySection } from "./sections.ts";
import { short } from "./spread.ts";
import { markdownLines } from "./table.ts";

/** A file of the page: its path below docs/, and what is in it. */
export interface PageFile {
  readonly path: string;
  readonly text: string;
}

const INTRODUCTION = `# Performance

Everything on this page was measured by \`npm run bench\`; the figures are in \`docs/figures\`, and
\`npm run bench -- docs\` makes the page of them. \`npm run bench -- --keep\` measures all anew and replaces both.

How to read it:

- Bytes are counted, so they come out the same on every machine. Times are those of the machine that is named; what is
  compared was measured in turn, in one run, and the ratio says more than either figure.
- A figure with a range is the median of several runs, with the least and the most of them in brackets.
- Loopback has no loss, no round trip and no TLS, and the sender's processor also does the receiver's share of TCP.
`;

function machineText({
  cpu,
  cores,
  memoryGB,
  system,
  node,
  packages,
  pinned,
  calibrationMs,
}: Machine): string {
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return (
    `${cpu}, ${cores} ${cores === 1 ? "core" : "cores"}, ${memoryGB} GB, ${system}, Node ${node}; ${versions.join(", ")}. ` +
    `${pinned ? "Processes that are compared had a core of their own." : "Processes could not be kept to a core."} ` +
    `The calibration loop took ${short(calibrationMs)} ms.`
  );
}

function tableText({ title, columns, rows, notes = [] }: Table): string {
  const head = `**${title}**\n\n${markdownLines(columns, rows).join("\n")}\n`;
  return notes.length === 0 ? head : `${head}\n${notes.map((note) => `- ${note}`).join("\n")}\n`;
}

function sectionText(section: AnySection, report: Report): string {
  const { tables, pictures } = section.account(report.figures);
  const shown = pictures.map(({ name, alt }) => `![${alt}](images/performance/${name}.svg)\n`);
  const command = `\`npm run bench -- ${section.name}\``;
  return [
    `## ${section.title}\n`,
    `${section.about}\n`,
    ...tables.map(tableText),
    ...shown,
    `<sub>${command}, ${report.day}, ${Math.round(report.tookS)} s. ${machineText(report.machine)}</sub>\n`,
  ].join("\n");
}

/**
 * The page and its pictures.
 * @param reports those that are kept; a section without one is not on the page
 */
export function pageOf(sections: readonly AnySection[], reports: readonly Report[]): PageFile[] {
  const known = sections.flatMap((section) => {
    const report = reports.find((each) => each.section === section.name);
    return report === undefined ? [] : [{ section, report }];
  });
  const pictures = known.flatMap(({ section, report }) =>
    section.account(report.figures).pictures.map(({ name, chart }) => ({
      path: `images/performance/${name}.svg`,
      text: draw(chart),
    })),
  );
  const texts = known.map(({ section, report }) => sectionText(section, report));
  return [{ path: "performance.md", text: [INTRODUCTION, ...texts].join("\n") }, ...pictures];
}
