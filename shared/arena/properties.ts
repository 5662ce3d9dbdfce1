/** A map that the game cannot use; the message names the map and what is wrong with it. */
export class ArenaError extends Error {
  override name = "ArenaError";
}

/** A custom property as Tiled writes it. */
interface TiledProperty {
  readonly name: string;
  readonly type?: string;
  readonly value: unknown;
}

/** Whatever may carry custom properties: a map, an object. */
export interface Propertied {
  readonly properties?: readonly TiledProperty[];
}

/** What a value of each type of Tiled is in TypeScript. */
interface PropertyTypes {
  readonly string: string;
  readonly int: number;
  readonly float: number;
  readonly bool: boolean;
}

const IS_OF_TYPE: { readonly [T in keyof PropertyTypes]: (value: unknown) => value is PropertyTypes[T] } = {
  string: (value) => typeof value === "string",
  int: (value): value is number => Number.isInteger(value),
  float: (value): value is number => typeof value === "number" && Number.isFinite(value),
  bool: (value) => typeof value === "boolean",
};

/**
 * The value of a custom property, or the fallback when there is none of this name.
 * @param where what carries it, for the message
 * @throws ArenaError when it is of another type
 */
export function readProperty<T extends keyof PropertyTypes>(
  where: string,
  carrier: Propertied,
  name: string,
  type: T,
  fallback: PropertyTypes[T],
): PropertyTypes[T] {
  const property = carrier.properties?.find((p) => p.name === name);
  if (property === undefined) return fallback;
  // Tiled leaves the type out for text only.
  const { value } = property;
  if ((property.type ?? "string") !== type || !IS_OF_TYPE[type](value)) {
    throw new ArenaError(`${where}: property "${name}" is no ${type}`);
  }
  return value;
}
