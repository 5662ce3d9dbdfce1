/** What the server keeps of those who leave and come back, by the torture tools in short. */
import { describe, it } from "vitest";
import { torture } from "./run.ts";

// Neither of these looks at the pace, so they may run side by side.
describe("the server, over and over,", () => {
  it.concurrent("gives everybody back who they were, whatever happens to their connections", async ({
    expect,
  }) => {
    const { code, said } = await torture(
      ...["chaos", "--minutes", "0.08", "--players", "6", "--hold", "6", "--ping", "1"],
    );
    expect(code, said).toBe(0);
  }, 90_000);

  it.concurrent("forgets those who left", async ({ expect }) => {
    const { code, said } = await torture(
      ...["soak", "--joins", "300", "--rooms", "8", "--warmup", "1", "--settle", "1", "--bound", "30"],
    );
    expect(code, said).toBe(0);
  }, 90_000);
});
