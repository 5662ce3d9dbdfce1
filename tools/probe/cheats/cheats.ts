/** What a modified client gains, measured: nothing, as docs/fairness.md promises. */
import type { Lab } from "../lab.ts";
import type { Finding, Net, Probe } from "../probe.ts";
import { netNamed } from "../probe.ts";
import { measureDeadShooter, measureTeleport, measureWalls } from "./ambush.ts";
import { measureForgedTime } from "./forgedTime.ts";
import { HONEST, measureRates, mostIn } from "./rates.ts";

const SHOTS = 8;
const SECONDS = 5;

async function onRange<T>(lab: Lab, net: Net, measure: (endpoint: string) => Promise<T>): Promise<T> {
  const settings = { ARENA: "range", FILL: "0", ROUND_SECONDS: "3600" };
  const scene = await lab.open(settings, net.shape);
  try {
    return await measure(scene.endpoint);
  } finally {
    await scene.close();
  }
}

async function inputs(endpoint: string): Promise<Finding[]> {
  const honest = await measureRates(endpoint, HONEST, SECONDS);
  const most = mostIn(SECONDS);
  const compare = async (claim: string, style: Partial<typeof HONEST>): Promise<Finding> => {
    const { pxPerTick, shotsPerS } = await measureRates(endpoint, { ...HONEST, ...style }, SECONDS);
    return {
      claim,
      measured:
        `${pxPerTick.toFixed(2)} px a tick (honest ${honest.pxPerTick.toFixed(2)}, allowed ${most.pxPerTick.toFixed(2)}), ` +
        `${shotsPerS.toFixed(2)} shots a second (honest ${honest.shotsPerS.toFixed(2)}, allowed ${most.shotsPerS.toFixed(2)})`,
      holds: pxPerTick <= most.pxPerTick && shotsPerS <= most.shotsPerS,
    };
  };
  return [
    await compare("three times the inputs move and fire nobody faster", { perSecond: HONEST.perSecond * 3 }),
    await compare("a trigger that is pressed anew on every other input fires no faster", { mashes: true }),
    await compare("steering beyond its range moves nobody faster", { least: -128, askew: true }),
  ];
}

async function forgedTime(endpoint: string): Promise<Finding[]> {
  const scores = await measureForgedTime(endpoint, [0, 250, 1000], SHOTS);
  return scores.map(({ lieMs, shots, hits }) => ({
    claim:
      lieMs === 0
        ? "an honest picture is honoured"
        : `a picture that is said to be older by ${lieMs} ms than it is hits nobody at a place that was left`,
    measured: `${hits} of ${shots} hit`,
    holds: lieMs === 0 ? hits >= shots - 1 : hits === 0,
  }));
}

async function deadShooter(endpoint: string): Promise<Finding[]> {
  const { pulls, shots, hits } = await measureDeadShooter(endpoint);
  return [
    {
      claim: "who is dead fires nothing",
      measured: `${pulls} pulls, ${shots} shots, ${hits} hits`,
      holds: pulls > 0 && shots === 0 && hits === 0,
    },
  ];
}

async function teleport(endpoint: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const way of ["field", "message"] as const) {
    const { movedPx, code } = await measureTeleport(endpoint, way);
    findings.push({
      claim: `who writes a place as a ${way} moves nowhere and is shown out`,
      measured: `${movedPx.toFixed(1)} px, close code ${code}`,
      holds: movedPx === 0 && code >= 4002,
    });
  }
  return findings;
}

async function walls(lab: Lab, net: Net): Promise<Finding[]> {
  const map = "courtyard";
  const scene = await lab.open({ ARENA: map, FILL: "0", ROUND_SECONDS: "3600" }, net.shape);
  try {
    const { shots, hits } = await measureWalls(scene.endpoint, map, SECONDS);
    return [
      {
        claim: "shots at somebody behind walls end at the walls",
        measured: `${shots} shots, ${hits} hits`,
        holds: shots > 0 && hits === 0,
      },
    ];
  } finally {
    await scene.close();
  }
}

/** Everything that a modified client may try, besides reading what it was not sent. */
export const cheats: Probe = {
  name: "cheats",
  short: [],
  all: [netNamed("lan")],
  anywhere: true,
  async run(lab, net) {
    return [
      ...(await onRange(lab, net, inputs)),
      ...(await onRange(lab, net, forgedTime)),
      ...(await onRange(lab, net, deadShooter)),
      ...(await onRange(lab, net, teleport)),
      ...(await walls(lab, net)),
    ];
  },
};
