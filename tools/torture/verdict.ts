/** A claim of a run, what was measured for it, and whether it holds. */
export interface Verdict {
  readonly claim: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** Prints verdicts. Returns whether all hold. */
export function printVerdicts(verdicts: readonly Verdict[]): boolean {
  for (const { claim, measured, holds } of verdicts)
    console.log(`  ${holds ? "holds" : "FAILS"}  ${claim}\n         ${measured}`);
  return verdicts.every(({ holds }) => holds);
}

/** By which share of itself a size has grown; 0.1 is 10 %. */
export function grownBy(before: number, after: number): number {
  return (after - before) / before;
}
