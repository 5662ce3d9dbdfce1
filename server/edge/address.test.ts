import type { IncomingMessage } from "node:http";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { addressKey, originate } from "./address.ts";
import { trustProxySetting } from "./settings.ts";

/** A request as a peer sends it. */
function ask(peer: string, headers: Record<string, string>, encrypted = false): IncomingMessage {
  return { socket: { remoteAddress: peer, encrypted }, headers } as unknown as IncomingMessage;
}

const trusting = (setting: string) => v.parse(trustProxySetting, setting);

describe("an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s counts as %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

describe("where a request comes from", () => {
  const forwarded = { "x-forwarded-for": "198.51.100.7", "x-forwarded-proto": "https" };

  it("is the peer, whatever it claims, unless it is a trusted proxy", () => {
    expect(originate(ask("203.0.113.9", { ...forwarded }), trusting("0"))).toEqual({
      key: "203.0.113.9",
      secure: false,
    });
    expect(originate(ask("203.0.113.9", { ...forwarded }), trusting("10.0.0.0/8, ::1"))).toEqual({
      key: "203.0.113.9",
      secure: false,
    });
  });

  it.each(["1", "203.0.113.9", "203.0.113.0/24", "10.0.0.1, 203.0.113.9"])(
    "is what a proxy trusted by %s says",
    (setting) => {
      expect(originate(ask("203.0.113.9", { ...forwarded }), trusting(setting))).toEqual({
        key: "198.51.100.7",
        secure: true,
      });
    },
  );

  it("is the nearest address that no trusted proxy vouches for: clients cannot prepend one of their own", () => {
    const request = ask("10.0.0.1", { "x-forwarded-for": "127.0.0.1, 198.51.100.7, 10.0.0.2" });
    expect(originate(request, trusting("10.0.0.0/8")).key).toBe("198.51.100.7");
  });

  it("is told to everything behind in X-Real-IP, and nothing else of what was claimed remains", () => {
    const request = ask(
      "203.0.113.9",
      { ...forwarded, "x-real-ip": "1.1.1.1", "x-client-ip": "1.1.1.1", forwarded: "for=1.1.1.1" },
      true,
    );
    expect(originate(request, trusting("0")).secure).toBe(true);
    expect(request.headers).toEqual({ "x-real-ip": "203.0.113.9", "x-forwarded-proto": "https" });
  });

  it.each(["", "-1", "1.5", "everybody", "10.0.0.0/99", "10.0.0.1,"])("is no setting: %j", (setting) => {
    expect(v.is(trustProxySetting, setting)).toBe(false);
  });
});
