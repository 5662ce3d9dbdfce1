/** The torture tools in short; each judges by itself and says so with its exit code. */
import { describe, expect, it } from "vitest";
import { torture } from "./run.ts";

/** The number after some words of what a tool said. */
function numberAfter(said: string, words: string): number {
  return Number(new RegExp(`${words}\\s*(\\d+)`).exec(said)?.[1]);
}

describe("the server", () => {
  it("bears hostile clients without harm to those who play", async () => {
    const { code, said } = await torture(
      ...["hostile", "--cases", "12000", "--rate", "2500", "--calm", "3"],
      // The players share two cores with the server and the storm: a pace that halves is theirs, one that stops is the server's.
      ...["--settle", "1", "--bound", "40", "--pace", "0.4"],
    );
    expect(code, said).toBe(0);
    expect(numberAfter(said, " all")).toBeGreaterThanOrEqual(12_000);
  }, 90_000);

  it("is asked in options that are understood, or not at all", async () => {
    const unknown = await torture("hostile", "--cakes", "3");
    expect([unknown.code, unknown.said]).toEqual([2, expect.stringContaining("known are --cases")]);
    expect((await torture("picnic")).code).toBe(2);
  });
});
