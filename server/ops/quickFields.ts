/**
 * @colyseus/schema 5.0.34 makes the accessors of every field of every class from the same two functions. V8 keeps what it
 * learns for each function, so all of them read as if they met objects of every kind, and a match of sixteen reads 2,800
 * fields a tick. Here each field gets accessors of its own, which find one kind of object and nothing else; a
 * value that is there already is not written at all. What is tracked and what is sent stay the same, byte for byte.
 * tests/quickFields.test.ts fails once it is needless.
 */
import { type Schema, TypeContext } from "@colyseus/schema";

/** Where an instance keeps the values of its fields. */
const VALUES = Symbol.for("$values");

/** Marks a class whose fields are quick, so that a reload of the server's code does not wrap them twice. */
const INSTALLED = Symbol.for("crosswire.quickFields");

type SchemaClass = typeof Schema & { [INSTALLED]?: true };

/** What a class tells of its fields; not part of the typings. */
type Fields = Readonly<Record<number, { readonly name: string }>>;

type Accessors = Required<Pick<PropertyDescriptor, "get" | "set">>;

/**
 * Accessors of the field with a number. Made from text: closures of one function, however often it is called, share what
 * V8 learns, which is the very thing to be rid of.
 */
const accessorsOf = (index: number): ((values: symbol, write: Accessors["set"]) => Accessors) =>
  new Function(
    "values",
    "write",
    `return {
      get() { return this[values][${index}]; },
      set(value) { if (this[values][${index}] !== value) write.call(this, value); },
    };`,
  ) as ReturnType<typeof accessorsOf>;

function quicken(kind: SchemaClass): void {
  if (Object.hasOwn(kind, INSTALLED)) return;
  kind[INSTALLED] = true;
  const fields = kind[Symbol.metadata as keyof typeof kind] as unknown as Fields;
  for (const [index, field] of Object.entries(fields)) {
    const upstream = Object.getOwnPropertyDescriptor(kind.prototype, field.name);
    if (upstream?.set === undefined) continue;
    Object.defineProperty(kind.prototype, field.name, {
      ...upstream,
      ...accessorsOf(Number(index))(VALUES, upstream.set),
    });
  }
}

/** Makes the fields of a state quick, and those of everything that it can hold. */
export function installQuickFields(root: new () => Schema): void {
  for (const kind of new TypeContext(root as typeof Schema).schemas.keys()) quicken(kind);
}
