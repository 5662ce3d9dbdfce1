/** The kinds of test, each a project of vitest.config.ts or several of one name. */
export const KINDS = ["unit", "integration", "wire", "browser"] as const;
export type Kind = (typeof KINDS)[number];

/** One gate: a script that the pinned Node runs, and that passes when it exits with 0. */
export interface Stage {
  readonly name: string;
  /** Script from the top of the repository, and its arguments. */
  readonly script: readonly string[];
  /** Where the time limit lies: far above the usual, low enough that a hang is reported instead of waited for. */
  readonly limitS: number;
  /** Whether the stages after it make no sense without it. */
  readonly vital?: boolean;
  /** File in which Vitest leaves its counts. */
  readonly report?: string;
}

/** Tests of some kinds, in one run of Vitest. */
function testStage(kinds: readonly Kind[], limitS: number): Stage {
  const name = kinds.join("+");
  const report = `artifacts/test/${name}.json`;
  const projects = kinds.flatMap((kind) => ["--project", `${kind}*`]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name,
    script: ["node_modules/vitest/vitest.mjs", "run", ...projects, ...reporters],
    limitS,
    report,
  };
}

const CHROMIUM: Stage = { name: "chromium", script: ["tools/gates/chromium.ts"], limitS: 300, vital: true };
const TYPES: Stage = { name: "types", script: ["node_modules/typescript/bin/tsc"], limitS: 120 };
const LINT: Stage = {
  name: "lint",
  script: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"],
  limitS: 60,
};
const ATLAS: Stage = { name: "atlas", script: ["tools/atlas.ts", "--check"], limitS: 60 };
const ICONS: Stage = { name: "icons", script: ["tools/icons.ts", "--check"], limitS: 20 };
const CLIENT: Stage = { name: "client", script: ["tools/build.ts"], limitS: 120, vital: true };
const UNIT = testStage(["unit"], 180);
const INTEGRATION = testStage(["integration"], 420);
const WIRE = testStage(["wire"], 150);
/** Both wait for servers more than they work, and wait at the same time. */
const SERVERS = testStage(["integration", "wire"], 600);
const BROWSER = testStage(["browser"], 1500);

/**
 * The stages of a run, in order: what is quick to fail comes first.
 * @param only one kind of test with what it stands on, instead of everything
 */
export function stagesFor(only?: Kind): readonly Stage[] {
  switch (only) {
    case "unit":
      return [UNIT];
    case "integration":
      return [CLIENT, INTEGRATION];
    case "wire":
      return [CLIENT, WIRE];
    case "browser":
      return [CHROMIUM, CLIENT, BROWSER];
    case undefined:
      return [CHROMIUM, TYPES, LINT, ATLAS, ICONS, UNIT, CLIENT, SERVERS, BROWSER];
  }
}

/**
 * Reads the command line: nothing, or `--only unit|integration|wire|browser`.
 * @throws Error that says what is allowed
 */
export function readOnly(args: readonly string[]): Kind | undefined {
  if (args.length === 0) return undefined;
  const kind = KINDS.find((k) => k === args[1]);
  if (args[0] !== "--only" || args.length !== 2 || kind === undefined) {
    throw new Error(`npm test understands --only ${KINDS.join("|")}, not: ${args.join(" ")}`);
  }
  return kind;
}
