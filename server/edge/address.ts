/** Who is asking: the address that limits count by, however many proxies lie between. */
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";

/** Says of the address that is `hop` proxies away from this process whether its word is believed. */
export type Trust = (address: string, hop: number) => boolean;

/** Headers by which proxies report the client; nobody behind the gate may read them as they came. */
const REPORTS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "x-client-ip"];

/** Where a request comes from. */
export interface Origination {
  /** What limits count by: an IPv4 address, or the /64 of an IPv6 one, since its owner has all of it. */
  readonly key: string;
  /** Whether the client's own connection is encrypted, here or at a trusted proxy. */
  readonly secure: boolean;
}

/**
 * What limits count an address by. IPv4 in IPv6 dress (RFC 4291 section 2.5.5.2) counts as IPv4.
 * @returns the text itself when it is no address, so that a strange proxy's clients still share one limit
 */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

/**
 * Finds out where a request comes from. `X-Forwarded-For` and `-Proto` count only as far as trusted proxies vouch.
 * Afterwards `X-Real-IP` and `X-Forwarded-Proto` tell the truth: Colyseus believes both from anybody.
 */
export function originate(request: IncomingMessage, trust: Trust): Origination {
  const peer = request.socket.remoteAddress ?? "";
  const address = proxyAddr(request, trust) ?? peer;
  const { headers } = request;
  const reported = trust(peer, 0)
    ? String(headers["x-forwarded-proto"] ?? "")
        .split(",")[0]
        ?.trim()
    : "";
  const encrypted = "encrypted" in request.socket && request.socket.encrypted === true;
  const secure = reported === "" ? encrypted : reported === "https";
  for (const name of REPORTS) delete headers[name];
  headers["x-real-ip"] = address;
  headers["x-forwarded-proto"] = secure ? "https" : "http";
  return { key: addressKey(address), secure };
}
