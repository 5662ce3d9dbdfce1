import { describe, expect, it } from "vitest";
import { createSeatTokens, holdsSeat } from "./seats.ts";

const SEAT = { roomId: "room_1234", sessionId: "session-1" };
const tokens = createSeatTokens("a secret of the server", 6);

describe("a seat token", () => {
  const token = tokens.sign(SEAT, 1_000_000);

  it("proves its seat until the reservation ends", () => {
    expect(tokens.proves(`process12-${token}`, SEAT, 1_000_000)).toBe(true);
    expect(tokens.proves(`process12-${token}`, SEAT, 1_006_000)).toBe(true);
    expect(tokens.proves(`process12-${token}`, SEAT, 1_006_001)).toBe(false);
  });

  it("fits into the part of the path that Colyseus reads over", () => {
    expect(token).toMatch(/^[\w-]{30}$/);
  });

  it("proves no other seat", () => {
    expect(tokens.proves(token, { ...SEAT, sessionId: "session-2" }, 1_000_000)).toBe(false);
    expect(tokens.proves(token, { ...SEAT, roomId: "room_4321" }, 1_000_000)).toBe(false);
  });

  it("cannot be made, prolonged or shortened without the secret", () => {
    const foreign = createSeatTokens("another secret, as long", 6).sign(SEAT, 1_000_000);
    expect(tokens.proves(foreign, SEAT, 1_000_000)).toBe(false);
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === "A" ? "B" : "A";
      const forged = `${token.slice(0, i)}${other}${token.slice(i + 1)}`;
      // The last character carries bits beyond the last byte; base64url ignores those.
      if (Buffer.from(forged, "base64url").equals(Buffer.from(token, "base64url"))) continue;
      expect([i, tokens.proves(forged, SEAT, 1_000_000)]).toEqual([i, false]);
    }
    for (const text of ["", "process12", token.slice(1), `${token}A`, "%".repeat(30)])
      expect([text, tokens.proves(text, SEAT, 1_000_000)]).toEqual([text, false]);
  });
});

describe("a reconnection token", () => {
  it.each(["constructor", "__proto__", "toString", "nowhere"])("holds no seat of a room %s", (roomId) => {
    expect(holdsSeat(roomId, "token")).toBe(false);
  });
});
