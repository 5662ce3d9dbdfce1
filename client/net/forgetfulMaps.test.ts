import { Decoder, Encoder, type SchemaType, schema, t } from "@colyseus/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { installForgetfulMaps } from "./forgetfulMaps.ts";

const Thing = schema({ x: t.uint8() }, "Thing");
const Things = schema({ things: t.map(Thing) }, "Things");
type Things = SchemaType<typeof Things>;

/** Two ends of a state. */
function open() {
  const sent = new Things();
  const encoder = new Encoder(sent);
  const decoder = new Decoder(new Things());
  const patch = (): void => {
    decoder.decode(encoder.encode());
    encoder.discardChanges();
  };
  const put = (key: string, x: number): void => {
    const thing = new Thing();
    thing.x = x;
    sent.things.set(key, thing);
  };
  patch();
  return { sent, received: decoder.state as Things, encoder, decoder, patch, put };
}

/** Lets many things come and go, three at a time. */
function stream({ sent, received, patch, put }: ReturnType<typeof open>): void {
  for (let i = 0; i < 200; i++) {
    put(`thing ${i}`, i);
    sent.things.delete(`thing ${i - 3}`);
    patch();
  }
  expect([...received.things.keys()]).toEqual(["thing 197", "thing 198", "thing 199"]);
}

const keysOf = ({ received }: ReturnType<typeof open>): string[] =>
  Object.keys(received.things._collectionIndexes);

describe("a map that is decoded", () => {
  let upstream: ReturnType<typeof open>;
  beforeAll(() => {
    upstream = open();
    stream(upstream);
  });

  it("keeps the keys of all that it ever held, as it comes", () => {
    expect(keysOf(upstream)).toHaveLength(200);
  });

  it("keeps those of what it holds, once it is forgetful", () => {
    installForgetfulMaps();
    installForgetfulMaps();
    const forgetful = open();
    stream(forgetful);
    expect(keysOf(forgetful)).toEqual(["thing 197", "thing 198", "thing 199"]);
  });

  it("takes back what was gone, and is put right by a full state", () => {
    installForgetfulMaps();
    const ends = open();
    const { sent, received, encoder, decoder, patch, put } = ends;
    put("a", 1);
    put("b", 2);
    patch();
    sent.things.delete("a");
    patch();
    put("a", 3);
    patch();
    expect(received.things.get("a")?.x).toBe(3);
    sent.things.delete("b");
    put("c", 4);
    decoder.decodeResync(encoder.encodeAll());
    expect(received.toJSON()).toEqual(sent.toJSON());
    expect(keysOf(ends).sort()).toEqual(["a", "c"]);
  });
});
