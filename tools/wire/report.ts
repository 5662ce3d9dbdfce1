/** How the cases of RFC 6455 went, by section, and what was noted on the way. */

/** What is read of the report of Vitest's JSON reporter. */
export interface WireReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
      readonly meta?: { readonly notes?: readonly string[] };
    }[];
  }[];
}

export interface Summary {
  readonly lines: readonly string[];
  /** Whether something was tried and all of it passed. */
  readonly ok: boolean;
}

interface Group {
  tried: number;
  passed: number;
  readonly below: string[];
}

type Kind = "rfc" | "stock" | "client";

/** A case of the RFC begins with its section; what upstream does without our gates speaks of a stock server. */
function kindOf(group: string): Kind {
  if (group.startsWith("§")) return "rfc";
  return group.startsWith("a stock server") ? "stock" : "client";
}

/** Sorts "§5.10 ..." behind "§5.2 ...". */
function bySection([a]: readonly [string, Group], [b]: readonly [string, Group]): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/** The report for people: a line for each group, what failed below it, and a line that sums up. */
export function summarize({ success, testResults }: WireReport): Summary {
  const kinds: Readonly<Record<Kind, Map<string, Group>>> = {
    rfc: new Map(),
    stock: new Map(),
    client: new Map(),
  };
  const broken: string[] = [];
  for (const file of testResults) {
    // A file that could not be loaded has no tests, and a hook that failed has a message of the file.
    if (file.message) broken.push(`${file.name}: ${file.message.split("\n", 1)[0]}`);
    for (const test of file.assertionResults) {
      const name = test.ancestorTitles.join(" ");
      const into = kinds[kindOf(name)];
      const group = into.get(name) ?? { tried: 0, passed: 0, below: [] };
      into.set(name, group);
      for (const note of test.meta?.notes ?? []) group.below.push(note);
      if (test.status !== "passed" && test.status !== "failed") continue;
      group.tried += 1;
      if (test.status === "passed") group.passed += 1;
      else group.below.push(`FAILED ${test.title}: ${test.failureMessages?.[0]?.split("\n", 1)[0] ?? ""}`);
    }
  }
  const show = (all: ReadonlyMap<string, Group>): string[] =>
    [...all]
      .sort(bySection)
      .flatMap(([name, { tried, passed, below }]) => [
        `  ${`${passed}/${tried}`.padStart(7)}  ${name}`,
        ...below.map((line) => `${" ".repeat(11)}${line}`),
      ]);
  const sum = (all: ReadonlyMap<string, Group>): [tried: number, passed: number] =>
    [...all.values()].reduce(([t, p], { tried, passed }) => [t + tried, p + passed], [0, 0]);
  const [tried, passed] = sum(kinds.rfc);
  const [gaps, open] = sum(kinds.stock);
  const [played, well] = sum(kinds.client);
  return {
    lines: [
      ...["RFC 6455 by section, passed/tried:", ...show(kinds.rfc)],
      ...["", "Gaps of a stock server that our gates close, still there/tried:", ...show(kinds.stock)],
      ...["", "Independent clients:", ...show(kinds.client), "", ...broken],
      `RFC 6455: ${tried} cases tried, ${passed} passed. Gaps upstream: ${open} of ${gaps}. ` +
        `Independent clients: ${played} played, ${well} well.`,
    ],
    ok: success && tried > 0 && passed === tried && open === gaps && well === played && broken.length === 0,
  };
}
