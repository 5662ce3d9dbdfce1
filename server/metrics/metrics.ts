/**
 * What the process says of itself to whoever watches over it, in the text form of Prometheus. It has a port of its own and
 * is off by default: the port that faces the world knows nothing of it, so no proxy can let it out by mistake.
 */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import type { MetricsAddress } from "./address.ts";
import { createRegistry, type Sources } from "./exposition.ts";

export type { MetricsAddress } from "./address.ts";
export type { Sources } from "./exposition.ts";

function answerWith(registry: Registry): RequestListener {
  return async (request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is /metrics here.\n");
      return;
    }
    const text = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType }).end(text);
  };
}

/**
 * Serves `/metrics` until the process ends, which it does not keep from ending.
 * @returns where, such as `http://127.0.0.1:9464/metrics`
 */
export async function serveMetrics({ host, port }: MetricsAddress, sources: Sources): Promise<string> {
  const server = createServer(answerWith(createRegistry(sources)));
  server.listen(port, host);
  await once(server, "listening");
  server.unref();
  const bound = (server.address() as AddressInfo).port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${bound}/metrics`;
}
