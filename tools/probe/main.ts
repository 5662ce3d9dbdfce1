/**
 * `npm run probe`: measures what the netcode claims, one line a claim; exit code 1 when one falls.
 *   -- --all          every claim in every network, not only the short set
 *   -- --only NAME    one probe (several times for several)
 *   -- --net NAME     in this network of the laboratory, where a claim is not about certain ones
 *   -- --road         over a real TCP path with real loss, where the machine can carry one (docs/netlab.md)
 *   -- --list         what there is
 */
import { isInNamespace, obstacleToRoads, runInNamespace } from "../netlab/netlab.ts";
import { type Lab, PROXY_LAB, ROAD_LAB } from "./lab.ts";
import { type Options, readOptions } from "./options.ts";
import type { Finding, Net, Probe } from "./probe.ts";
import { PROBES } from "./probes.ts";

function list(): void {
  for (const { name, short, all, anywhere } of PROBES) {
    const names = (nets: readonly Net[]): string => nets.map((net) => net.name).join(", ") || "none";
    console.log(`${name}\n  short: ${names(short)}\n  all:   ${names(all)}${anywhere ? "" : " (its own)"}`);
  }
}

/** A probe that breaks is a claim that falls. */
async function measure(probe: Probe, net: Net, lab: Lab): Promise<Finding[]> {
  try {
    return await probe.run(lab, net);
  } catch (error) {
    return [{ claim: "can be measured", measured: String(error), holds: false }];
  }
}

async function probeAll({ plan, road }: Options): Promise<number> {
  const began = performance.now();
  const fallen: string[] = [];
  let held = 0;
  for (const { probe, net } of plan) {
    for (const { claim, measured, holds } of await measure(probe, net, road ? ROAD_LAB : PROXY_LAB)) {
      const where = `${probe.name}/${net.name}`;
      console.log(`${holds ? "holds" : "FALLS"}  ${where.padEnd(24)}  ${claim}: ${measured}`);
      if (holds) held += 1;
      else fallen.push(`${where} (${claim})`);
    }
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const losses =
    fallen.length === 0
      ? "none falls"
      : `${fallen.length} ${fallen.length === 1 ? "falls" : "fall"}: ${fallen.join("; ")}`;
  console.log(`${held} claims hold, ${losses}; ${seconds} s, ${road ? "real TCP path" : "proxy"}`);
  return fallen.length === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), PROBES);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  if (options.list) {
    list();
    return 0;
  }
  if (!options.road || isInNamespace()) return await probeAll(options);
  const obstacle = obstacleToRoads();
  if (obstacle === null) return runInNamespace();
  console.log(`skipped: no real TCP path on this machine: ${obstacle}`);
  return 0;
}

process.exit(await main());
