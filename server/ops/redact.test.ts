import { describe, expect, it } from "vitest";
import { redact } from "./redact.ts";

describe("the log", () => {
  const SECRET = "Zk3-9_aQx";
  const SEAT = `AAAB${"x".repeat(26)}`;

  it.each([
    ["the query of a socket", `GET /p/r?sessionId=${SECRET}&reconnectionToken=${SECRET} HTTP/1.1`],
    ["JSON", JSON.stringify({ reconnectionToken: SECRET, roomId: "r" })],
    ["JSON within JSON", JSON.stringify({ msg: JSON.stringify({ reconnectionToken: SECRET }) })],
    ["an inspected object", `{ reconnectionToken: '${SECRET}' }`],
    ["a header", `authorization: ${SECRET}`],
    ["a URL in a stack", `at connect (ws://host/a/b?_authToken=${SECRET}:1:2)`],
  ])("loses the token in %s", (_where, text) => {
    expect(redact(text)).not.toContain(SECRET);
    expect(redact(text)).toContain("[redacted]");
  });

  it("loses seat tokens in paths and answers", () => {
    expect(redact(`/proc_ess1-${SEAT}/room1`)).toBe("/proc_ess1-[redacted]/room1");
    expect(redact(JSON.stringify({ processId: `proc_ess1-${SEAT}` }))).not.toContain(SEAT);
  });

  it("keeps the rest, and JSON stays JSON", () => {
    const line = JSON.stringify({ level: 30, room: "abc", url: "/p/r?sessionId=x&y=z", msg: 'said "no?"' });
    expect(JSON.parse(redact(line))).toEqual({
      level: 30,
      room: "abc",
      url: "/p/r?[redacted]",
      msg: 'said "no?"',
    });
  });
});
