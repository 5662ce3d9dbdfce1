/**
 * After a reload of the server's code Colyseus puts a room's state back with `Schema.restore`, which in
 * @colyseus/schema 5.0.34 skips quantized fields and appends to arrays that already hold something. Positions would be
 * undefined and racks double. This puts right what it left; mendRestored.test.ts fails when it becomes needless.
 */
import { type ArenaState, PlayerState } from "../../shared/state/index.ts";

/** A state as plain data, as `toJSON` gives it. */
export type SavedState = ReturnType<ArenaState["toJSON"]>;

interface SchemaField {
  readonly name: string;
  readonly type: string | { readonly quantized?: object };
}

/** Names of a schema's quantized fields. */
function quantizedFields(schema: object): string[] {
  const metadata = (schema as Record<symbol, Record<number, SchemaField | undefined>>)[Symbol.metadata] ?? {};
  const fields = Object.values(metadata) as SchemaField[];
  return fields
    .filter(({ type }) => typeof type === "object" && type.quantized !== undefined)
    .map(({ name }) => name);
}

/** Puts back what `restore` left out of some schemas. */
function mendQuantized<T extends object>(schema: object, restored: T, saved: object | undefined): void {
  const before = (saved ?? {}) as Record<string, number | undefined>;
  for (const name of quantizedFields(schema)) Object.assign(restored, { [name]: before[name] ?? 0 });
}

interface RestoredArray<T> {
  readonly length: number;
  pop(): unknown;
  forEach(callback: (item: T, index: number) => void): void;
}

/** Takes away what `restore` appended a second time: what comes first has been filled anew. */
function mendArray<T extends object>(restored: RestoredArray<T>, saved: readonly object[]): void {
  while (restored.length > saved.length) restored.pop();
  restored.forEach((item, i) => {
    Object.assign(item, saved[i]);
  });
}

/** Puts a restored state right. What flies and waits is left alone: a match that carries on clears it. */
export function mendRestored(state: ArenaState, saved: SavedState): void {
  const players = saved.players as unknown as Record<string, object | undefined>;
  state.players.forEach((player, id) => {
    mendQuantized(PlayerState, player, players[id]);
  });
  mendArray(state.racks, saved.racks as unknown as object[]);
  mendArray(state.packets, saved.packets as unknown as object[]);
  mendArray(state.ballot, saved.ballot as unknown as object[]);
}
