/**
 * `npm run bench -- [section ...]`: measures what the project costs, prints tables and writes JSON to artifacts/bench.
 *
 *   npm run bench                     all sections
 *   npm run bench -- wire memory      some of them
 *   npm run bench -- --quick          each in seconds, to see that it runs; the speeds mean nothing
 *   npm run bench -- --keep           the figures replace those of docs/figures, and docs/performance.md is made of them
 *   npm run bench -- docs             only makes the page of the figures that are kept
 */
import { writeDocs } from "./docs.ts";
import { lookAtMachine } from "./machine.ts";
import { type Options, readOptions } from "./options.ts";
import { ARTIFACTS, KEPT, type Report, writeReport } from "./report.ts";
import { type AnySection, SECTIONS } from "./sections.ts";
import { tableLines } from "./table.ts";

async function measure(section: AnySection, quick: boolean): Promise<Report> {
  const machine = lookAtMachine();
  const began = performance.now();
  const figures = await section.measure({ quick, say: (line) => console.log(`  ${line}`) });
  return {
    section: section.name,
    day: new Date().toISOString().slice(0, 10),
    quick,
    tookS: Math.round((performance.now() - began) / 100) / 10,
    machine,
    figures,
  };
}

function print(section: AnySection, { figures, tookS }: Report): void {
  for (const { title, columns, rows, notes = [] } of section.account(figures).tables) {
    console.log(`\n${title}\n${tableLines(columns, rows).join("\n")}`);
    for (const note of notes) console.log(`  - ${note}`);
  }
  console.log(`\n${section.name} took ${tookS} s\n`);
}

async function run({ sections, quick, keep, docs }: Options): Promise<void> {
  for (const section of SECTIONS) {
    if (!sections.includes(section.name)) continue;
    console.log(`${section.name}: ${section.title}`);
    const report = await measure(section, quick);
    print(section, report);
    writeReport(ARTIFACTS, report);
    if (keep) writeReport(KEPT, report);
    for (const broken of section.breaks?.(report.figures) ?? []) {
      console.error(`${section.name}: ${broken}`);
      process.exitCode = 1;
    }
  }
  if (keep || docs) for (const { path } of writeDocs()) console.log(`wrote docs/${path}`);
}

let options: Options | null = null;
try {
  options = readOptions(
    process.argv.slice(2),
    SECTIONS.map(({ name }) => name),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
if (options !== null) await run(options);
