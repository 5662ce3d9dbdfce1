/** A flood takes a core for itself, and its victims are timed: nothing else runs beside it. */
import { describe, expect, it } from "vitest";
import { runFlood } from "../../tools/flood/flood.ts";

describe.runIf(process.platform === "linux")("a flood from one address", () => {
  it("keeps nobody else from joining within 2 s", async () => {
    const { damage, joinMs } = await runFlood({
      dawdlers: 200,
      joinsPerSecond: 1000,
      before: 1.5,
      players: 3,
    });
    // The attack was one: it held its connections, and nearly all of its joins came and were turned away.
    expect(damage.dawdling).toBe(200);
    expect(damage.answers[429]).toBeGreaterThan(500);
    expect(damage.answers[200]).toBeLessThanOrEqual(200);
    expect(joinMs).toHaveLength(3);
    for (const ms of joinMs) expect(ms).toBeLessThan(2000);
  });
});
