import { describe, expect, it } from "vitest";
import { createClaims, createIdentities, type Unique } from "./identity.ts";

/** Two rooms of one process. */
function setUp(unique: Unique = "name") {
  const identities = createIdentities(unique, (address) => address.split(":").slice(0, 4).join(":"));
  const gone: string[] = [];
  const open = () => {
    const claims = createClaims(identities, (id) => {
      gone.push(id);
      claims.leave(id);
    });
    return claims;
  };
  return { hall: open(), range: open(), gone };
}

describe("one seat per name", () => {
  it("goes to the latest, whatever the room, and the one before gives it up", () => {
    const { hall, range, gone } = setUp();
    hall.sit("s1", "Ann", undefined);
    hall.sit("s2", "Ben", undefined);
    range.sit("s3", "ANN", undefined);
    expect(gone).toEqual(["s1"]);
    hall.sit("s4", "ann", undefined);
    expect(gone).toEqual(["s1", "s3"]);
  });

  it("is not taken from a session by itself", () => {
    const { hall, gone } = setUp();
    hall.sit("s1", "Ann", undefined);
    hall.sit("s1", "Ann", undefined);
    expect(gone).toEqual([]);
  });

  it("is free again after the leave", () => {
    const { hall, range, gone } = setUp();
    hall.sit("s1", "Ann", undefined);
    hall.leave("s1");
    range.sit("s2", "Ann", undefined);
    expect(gone).toEqual([]);
  });

  it("goes along with another name, which must be free", () => {
    const { hall, range, gone } = setUp();
    hall.sit("s1", "Ann", undefined);
    range.sit("s2", "Ben", undefined);
    expect(range.rename("s2", "Ann")).toBe(false);
    expect(range.rename("s2", "Bob")).toBe(true);
    expect(hall.rename("s1", "Ben")).toBe(true);
    expect(gone).toEqual([]);
    range.sit("s3", "Ann", undefined);
    expect(gone).toEqual([]);
    range.sit("s4", "Ben", undefined);
    expect(gone).toEqual(["s1"]);
  });
});

describe("one seat per address", () => {
  it("counts what an owner has as one, and knows nothing of names", () => {
    const { hall, gone } = setUp("address");
    hall.sit("s1", "Ann", "2001:db8:0:1:aaaa::1");
    hall.sit("s2", "Ann", "2001:db8:0:2:aaaa::1");
    expect(hall.rename("s2", "Ann")).toBe(true);
    expect(gone).toEqual([]);
    hall.sit("s3", "Ben", "2001:db8:0:1:bbbb::1");
    expect(gone).toEqual(["s1"]);
  });

  it("lets a player in whose address is not known", () => {
    const { hall, gone } = setUp("address");
    hall.sit("s1", "Ann", undefined);
    hall.sit("s2", "Ann", undefined);
    expect(gone).toEqual([]);
  });
});

it("seats are not counted when identities are off", () => {
  const { hall, gone } = setUp("off");
  hall.sit("s1", "Ann", "10.0.0.1");
  hall.sit("s2", "Ann", "10.0.0.1");
  expect(hall.rename("s2", "Ann")).toBe(true);
  expect(gone).toEqual([]);
});
