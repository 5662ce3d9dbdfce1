import { parseArgs } from "node:util";

/** What a run is asked to do. */
export interface Options {
  /** Names of the sections to measure, in the order of the page. */
  readonly sections: readonly string[];
  readonly quick: boolean;
  /** Whether docs/figures and the page get what is measured. */
  readonly keep: boolean;
  /** Only make the page of the figures that are kept. */
  readonly docs: boolean;
}

/**
 * Reads the command line: names of sections, or `docs`, and switches.
 * @param known names of all sections
 * @throws RangeError that says what is allowed
 */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
  });
  const { quick, keep } = values;
  if (positionals.includes("docs")) {
    if (positionals.length > 1 || quick || keep)
      throw new RangeError("docs stands alone: it measures nothing");
    return { sections: [], quick, keep, docs: true };
  }
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`npm run bench knows the sections ${known.join(", ")}, not ${unknown.join(", ")}`);
  if (quick && keep) throw new RangeError("--keep is for figures to be believed, so not with --quick");
  const sections = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name));
  return { sections, quick, keep, docs: false };
}
