import { parseArgs } from "node:util";
import { type Net, netNamed, type Probe } from "./probe.ts";

/** What a run is asked to do. */
export interface Options {
  /** Whether to list the probes instead. */
  readonly list: boolean;
  /** Whether over a real TCP path instead of the proxy. */
  readonly road: boolean;
  /** What is measured where, in order. */
  readonly plan: readonly { readonly probe: Probe; readonly net: Net }[];
}

/**
 * Reads the command line.
 * @throws Error that says what is allowed
 */
export function readOptions(args: readonly string[], probes: readonly Probe[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: "boolean", default: false },
      only: { type: "string", multiple: true },
      net: { type: "string" },
      road: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
    },
  });
  const names = probes.map(({ name }) => name);
  const { only = names, net } = values;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new RangeError(`there is no probe "${unknown}"; ${names.join(", ")}`);
  const netsOf = (probe: Probe): readonly Net[] => {
    if (net !== undefined && probe.anywhere) return [netNamed(net)];
    // Asked for by name, a probe is not too long.
    return values.all || (probe.short.length === 0 && values.only !== undefined) ? probe.all : probe.short;
  };
  const plan = probes
    .filter(({ name }) => only.includes(name))
    .flatMap((probe) => netsOf(probe).map((each) => ({ probe, net: each })));
  return { list: values.list, road: values.road, plan };
}
