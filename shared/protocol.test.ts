import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  CLOSE,
  type CloseReason,
  closeReason,
  JoinSchema,
  LIMITS,
  NameSchema,
  PROTOCOL_VERSION,
} from "./protocol.ts";

describe("a nickname", () => {
  const accepts = (name: unknown): boolean => v.safeParse(NameSchema, name).success;

  test.each([
    ["Ada", "Ada"],
    ["  Ada  ", "Ada"],
    ["Ada \t  L.", "Ada L."],
    ["Ａｄａ", "Ada"],
    ["ﬁne", "fine"],
    ["e\u0301lan", "élan"],
    ["Žofie 42", "Žofie 42"],
    ["龍", "龍"],
    ["d'Arc!?*+~-_.", "d'Arc!?*+~-_."],
  ])("%j becomes %j", (written, kept) => {
    expect(v.parse(NameSchema, written)).toBe(kept);
  });

  test("has 1 to 16 characters, counted as people count them", () => {
    expect(accepts("")).toBe(false);
    expect(accepts("   ")).toBe(false);
    expect(accepts("x".repeat(LIMITS.nameLength))).toBe(true);
    expect(accepts("x".repeat(LIMITS.nameLength + 1))).toBe(false);
    // Beyond the first plane a character takes two code units.
    expect(accepts("𠮷".repeat(LIMITS.nameLength))).toBe(true);
    expect(accepts("𠮷".repeat(LIMITS.nameLength + 1))).toBe(false);
    // NFKC may make a name longer than it was written.
    expect(accepts("ﷺ")).toBe(false);
  });

  test.each([
    ["a control character", "a\u0000b"],
    ["an escape", "a\u001b[31m"],
    ["a direction override", "a\u202eb"],
    ["a zero-width joiner", "a\u200db"],
    ["a private character", "a\ue000b"],
    ["half a surrogate pair", "a\ud800b"],
    ["markup", "<b>a</b>"],
    ["an ampersand", "a&b"],
  ])("does not hold %s", (_what, name) => {
    expect(accepts(name)).toBe(false);
  });

  test("is a text, and a very long one is refused before it is worked on", () => {
    for (const value of [undefined, null, 5, {}, ["Ada"]]) expect(accepts(value)).toBe(false);
    expect(accepts("x".repeat(100_000))).toBe(false);
  });
});

describe("joining", () => {
  test("takes a name and the protocol of this server", () => {
    expect(v.safeParse(JoinSchema, { name: "Ada", protocol: PROTOCOL_VERSION }).success).toBe(true);
    expect(v.safeParse(JoinSchema, { name: "Ada", protocol: PROTOCOL_VERSION + 1 }).success).toBe(false);
    expect(v.safeParse(JoinSchema, { name: "Ada" }).success).toBe(false);
    expect(v.safeParse(JoinSchema, { protocol: PROTOCOL_VERSION }).success).toBe(false);
    expect(v.safeParse(JoinSchema, null).success).toBe(false);
  });
});

describe("the end of a connection", () => {
  const rows: CloseReason[] = Object.values(CLOSE);

  test("every code has one row", () => {
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    for (const row of rows) {
      expect(closeReason(row.code)).toEqual(row);
      // RFC 6455 leaves 123 bytes for a reason.
      expect(new TextEncoder().encode(row.reason).length).toBeLessThanOrEqual(123);
    }
  });

  test("codes are RFC 6455's, Colyseus' or ours", () => {
    for (const { code } of rows) {
      expect(
        (code >= 1000 && code < 1016) || (code >= 4000 && code <= 4010) || (code >= 4100 && code < 4200),
      ).toBe(true);
    }
  });

  test("an unknown code reads as a lost connection that may be made anew", () => {
    expect(closeReason(4999)).toEqual({
      code: 4999,
      reason: "unknown",
      says: "lost",
      retry: "rejoin",
    });
  });
});
