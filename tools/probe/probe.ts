import { PROFILE_NAMES, PROFILES, type Reshape } from "../netlab/netlab.ts";
import type { Lab } from "./lab.ts";

/** A claim about the game, what was measured for it, and whether it holds. */
export interface Finding {
  readonly claim: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** A network that a claim is measured in. */
export interface Net {
  readonly name: string;
  readonly shape: Reshape;
}

/** Some claims that one scene measures: sets the scene by itself, measures, cleans up. */
export interface Probe {
  readonly name: string;
  /** Networks of the short set; none when all of it takes too long for that. */
  readonly short: readonly Net[];
  /** Networks of the whole set. */
  readonly all: readonly Net[];
  /** Whether it can be asked to run in a network of any name; otherwise its networks are part of its claims. */
  readonly anywhere: boolean;
  run(lab: Lab, net: Net): Promise<Finding[]>;
}

/** The named networks of the laboratory. */
export const NETS: readonly Net[] = PROFILE_NAMES.map((name) => ({ name, shape: PROFILES[name].shape }));

/** One of them. */
export function netNamed(name: string): Net {
  const net = NETS.find((each) => each.name === name);
  if (net === undefined) throw new RangeError(`there is no network "${name}"; ${PROFILE_NAMES.join(", ")}`);
  return net;
}
