import { parseArgs } from "node:util";

/** What a run is asked for on the command line; numbers only, each with its default. */
export type Options<K extends string> = Record<K, number>;

/** An option that cannot be understood. */
export class OptionError extends Error {
  override name = "OptionError";
}

/**
 * Reads `--name number` pairs.
 * @throws OptionError naming what is wrong and what there is
 */
export function readOptions<K extends string>(args: readonly string[], defaults: Options<K>): Options<K> {
  const names = Object.keys(defaults) as K[];
  const known = names.map((name) => `--${name}`).join(", ");
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  let values: Partial<Record<string, unknown>>;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    throw new OptionError(`${(error as Error).message}; known are ${known}`);
  }
  const read = { ...defaults };
  for (const name of names) {
    const given = values[name];
    if (given === undefined) continue;
    const number = Number(given);
    if (!Number.isFinite(number) || number < 0)
      throw new OptionError(`--${name} is "${given}", allowed is a number`);
    read[name] = number;
  }
  return read;
}
