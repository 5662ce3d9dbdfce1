/** The listening server: plain or with TLS, and patient with nobody for long. */
import { createServer, type Server, type ServerOptions } from "node:http";
import { createServer as createTlsServer } from "node:https";

/** A certificate chain and its key, both in PEM. */
export interface TlsPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Slow-loris attacks live on patience. Node's own defaults are 60 s for headers, 300 s for a request and a look every
 * 30 s. Node counts from the connection on, so a peer that connects and says nothing is gone as fast. All in ms.
 */
const PATIENCE = {
  headersTimeout: 5000,
  requestTimeout: 8000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
} as const;

/** Time for a TLS handshake, in ms; Node's default is 120 s. */
const TLS_HANDSHAKE_MS = 5000;

const HEADER_BYTES = 8192;
const HEADERS = 64;

/**
 * @param connections that may be open at a time, of all kinds and from everywhere
 */
export function createHttpServer(tls: TlsPair | null, connections: number): Server {
  const options: ServerOptions = { ...PATIENCE, maxHeaderSize: HEADER_BYTES, noDelay: true };
  const server =
    tls === null
      ? createServer(options)
      : createTlsServer({ ...options, ...tls, handshakeTimeout: TLS_HANDSHAKE_MS, minVersion: "TLSv1.2" });
  server.maxHeadersCount = HEADERS;
  server.maxConnections = connections;
  return server;
}
