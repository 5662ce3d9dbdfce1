import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy that can stop taking what the server sends, so that it piles up where it comes from. */
export interface Dam {
  /** Where clients connect, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Takes nothing from the server any more; what clients send still passes. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

/**
 * Starts a dam before a server on this machine.
 * @param target port on 127.0.0.1
 */
export async function openDam(target: number): Promise<Dam> {
  const upstreams = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: target, host: "127.0.0.1", noDelay: true });
    upstreams.add(upstream);
    client.pipe(upstream);
    upstream.on("data", (chunk) => client.write(chunk));
    const end = (): void => {
      upstreams.delete(upstream);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    hold() {
      for (const upstream of upstreams) upstream.pause();
    },
    release() {
      for (const upstream of upstreams) upstream.resume();
    },
    async close() {
      for (const upstream of upstreams) upstream.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
