import { Encoder, type SchemaType, schema, t } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { installQuickFields } from "../server/ops/index.ts";
import { createRandom, type Random } from "../shared/math/index.ts";

/** The same state twice: kinds of fields that this project uses, a class within a class. */
function makeClasses() {
  const Inner = schema(
    {
      small: t.uint8().default(0),
      place: t.quantized({ min: -100, max: 100, bits: 16 }),
      angle: t.angle({ bits: 8 }),
      word: t.string(),
      flag: t.boolean().default(false),
    },
    "Inner",
  );
  const Outer = schema({ tick: t.uint32().default(0), many: t.map(Inner), list: t.array(Inner) }, "Outer");
  return { Inner, Outer };
}
type Classes = ReturnType<typeof makeClasses>;
type Inner = SchemaType<Classes["Inner"]>;

function fill(inner: Inner, random: Random): void {
  inner.small = random.int(4);
  inner.place = random.range(-100, 100);
  inner.angle = random.range(-7, 7);
  inner.word = random.pick(["", "a", "bb"]);
  inner.flag = random.next() < 0.5;
}

/** Some ticks of changes, as they would be sent: what is new and what is the same, in an order that a seed decides. */
function playThrough({ Inner, Outer }: Classes, seed: number): string[] {
  const random = createRandom(seed);
  const state = new Outer();
  const encoder = new Encoder(state);
  const sent: string[] = [];
  for (let tick = 0; tick < 60; tick++) {
    state.tick = tick >> 1;
    const key = `k${random.int(5)}`;
    const known = state.many.get(key);
    if (known === undefined) {
      const inner = new Inner();
      fill(inner, random);
      state.many.set(key, inner);
    } else if (random.int(6) === 0) state.many.delete(key);
    else if (random.int(3) === 0) fill(known, random);
    else
      Object.assign(known, { small: known.small, place: known.place, angle: known.angle, word: known.word });
    if (state.list.length < 3) {
      const inner = new Inner();
      fill(inner, random);
      state.list.push(inner);
    }
    sent.push(Buffer.from(encoder.encode({ offset: 0 })).toString("hex"), JSON.stringify(state.toJSON()));
    encoder.discardChanges();
  }
  return sent;
}

const getterOf = (kind: { prototype: object }, name: string) =>
  Object.getOwnPropertyDescriptor(kind.prototype, name)?.get;

describe("fields", () => {
  it("are read by one function for all in the framework, and by one of their own when they are quick", () => {
    const upstream = makeClasses();
    const text = String(getterOf(upstream.Inner, "small"));
    expect(String(getterOf(upstream.Inner, "place"))).toBe(text);
    expect(String(getterOf(upstream.Outer, "tick"))).toBe(text);
    const quick = makeClasses();
    installQuickFields(quick.Outer);
    const texts = [
      ...["small", "place", "angle", "word", "flag"].map((name) => String(getterOf(quick.Inner, name))),
      text,
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("send the same bytes as those of the framework when they are quick", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const quick = makeClasses();
      installQuickFields(quick.Outer);
      expect(playThrough(quick, seed)).toEqual(playThrough(makeClasses(), seed));
    }
  });

  it("still refuse what is of another type", () => {
    const { Inner, Outer } = makeClasses();
    installQuickFields(Outer);
    expect(() => Object.assign(new Inner(), { small: "much" })).toThrow("'number' was expected");
    expect(() => Object.assign(new Inner(), { place: "there" })).toThrow("'number' was expected");
  });

  it("are not wrapped twice", () => {
    const { Inner, Outer } = makeClasses();
    installQuickFields(Outer);
    const once = getterOf(Inner, "small");
    installQuickFields(Outer);
    expect(getterOf(Inner, "small")).toBe(once);
  });
});
