/** What a modified client gains: nothing. `npm run probe -- --only cheats` measures the same for longer. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE } from "../../shared/protocol.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { measureDeadShooter, measureTeleport, measureWalls } from "../../tools/probe/cheats/ambush.ts";
import { measureForgedTime } from "../../tools/probe/cheats/forgedTime.ts";
import { HONEST, measureRates, mostIn, type Rates, type Style } from "../../tools/probe/cheats/rates.ts";

const SECONDS = 4;

const SETTINGS = { FILL: "0", ROUND_SECONDS: "3600" };

let range: RunningServer;
let courtyard: RunningServer;
beforeAll(async () => {
  range = await startServer({ ...SETTINGS, ARENA: "range" });
  courtyard = await startServer({ ...SETTINGS, ARENA: "courtyard" });
});
afterAll(async () => {
  await range.stop();
  await courtyard.stop();
});

describe("inputs", () => {
  const most = mostIn(SECONDS);
  let honest: Rates;
  beforeAll(async () => {
    honest = await measureRates(range.endpoint, HONEST, SECONDS);
  });

  it.each<[string, Partial<Style>]>([
    ["three times as many", { perSecond: 3 * HONEST.perSecond }],
    ["with the trigger pressed anew on every other one", { mashes: true }],
    ["with steering beyond its range", { least: -128, askew: true }],
  ])(
    "%s move and fire nobody faster",
    async (what, style) => {
      const { pxPerTick, shotsPerS } = await measureRates(range.endpoint, { ...HONEST, ...style }, SECONDS);
      console.log(
        `cheats: ${what}: ${pxPerTick.toFixed(2)} px a tick (honest ${honest.pxPerTick.toFixed(2)}), ` +
          `${shotsPerS.toFixed(2)} shots a second (honest ${honest.shotsPerS.toFixed(2)})`,
      );
      expect(honest.pxPerTick).toBeGreaterThan(3);
      expect(honest.shotsPerS).toBeGreaterThan(2);
      expect(pxPerTick).toBeLessThanOrEqual(most.pxPerTick);
      expect(shotsPerS).toBeLessThanOrEqual(most.shotsPerS);
    },
    30_000,
  );
});

describe("a picture", () => {
  it("is honoured as it was seen, and not when it is said to be far older", async () => {
    const [honest, ...forged] = await measureForgedTime(range.endpoint, [0, 250, 1000], 6);
    for (const { lieMs, hits, shots } of [honest!, ...forged])
      console.log(`cheats: a picture ${lieMs} ms older than said: ${hits} of ${shots} hit`);
    expect(honest!.hits).toBeGreaterThanOrEqual(honest!.shots - 1);
    for (const { hits } of forged) expect(hits).toBe(0);
  }, 90_000);
});

describe("firing", () => {
  it("while dead, aimed at the killer, does nothing", async () => {
    const { pulls, shots, hits } = await measureDeadShooter(range.endpoint);
    console.log(`cheats: dead: ${pulls} pulls, ${shots} shots, ${hits} hits`);
    expect(pulls).toBeGreaterThan(20);
    expect({ shots, hits }).toEqual({ shots: 0, hits: 0 });
  }, 40_000);

  it("at somebody behind walls ends at the walls", async () => {
    const { shots, hits } = await measureWalls(courtyard.endpoint, "courtyard", SECONDS);
    console.log(`cheats: through walls: ${shots} shots, ${hits} hits`);
    expect(shots).toBeGreaterThan(5);
    expect(hits).toBe(0);
  }, 40_000);
});

describe("writing where one is", () => {
  it.each([
    ["field", CLOSE.badFrame.code],
    ["message", CLOSE.badMessage.code],
  ] as const)(
    "as a %s moves nobody and ends the connection",
    async (way, expected) => {
      const { movedPx, code } = await measureTeleport(range.endpoint, way);
      console.log(`cheats: a place as a ${way}: moved ${movedPx} px, closed with ${code}`);
      expect(movedPx).toBe(0);
      expect(code).toBe(expected);
    },
    20_000,
  );
});
