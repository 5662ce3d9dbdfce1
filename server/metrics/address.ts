import * as v from "valibot";

/** Where the figures of the process are served. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** A port alone, or a name, an IPv4 address or an IPv6 address in brackets with a port. */
const ADDRESS = /^(?:([A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\]):)?(\d{1,5})$/;

/** Who gives a port alone means this machine: what a process says of itself is nobody else's business. */
const LOOPBACK = "127.0.0.1";

function read(text: string): MetricsAddress | null {
  const [, host = LOOPBACK, port] = ADDRESS.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
}

/** `9464`, `10.0.0.5:9464`, `[::1]:9464`, or nothing, which reads as null. */
export const metricsSetting = v.pipe(
  v.string(),
  v.check((text) => text === "" || read(text) !== null),
  v.transform(read),
);
