import { type RunningServer, startServer } from "../headless/index.ts";
import { openLink, openRoad, type Reshape } from "../netlab/netlab.ts";

/** A server of its own, and two ways to it. */
export interface Scene {
  readonly server: RunningServer;
  /** Through the network that is measured. */
  readonly endpoint: string;
  /** Around it, for those who only watch. */
  readonly clearEndpoint: string;
  /** Changes the network from now on. */
  shape(change: Reshape): void;
  /** Holds everything in the network for so many ms, then lets it come in one burst. */
  stall(ms: number): void;
  /** To be called when all players have left. */
  close(): Promise<void>;
}

/** Where probes are measured. */
export interface Lab {
  /** @param settings environment variables of the server (README) */
  open(settings: Readonly<Record<string, string>>, change: Reshape): Promise<Scene>;
}

/** Bad networks made by the proxy: runs anywhere. */
export const PROXY_LAB: Lab = {
  async open(settings, change) {
    const server = await startServer(settings);
    const link = await openLink(server.port, change);
    return {
      server,
      endpoint: link.endpoint,
      clearEndpoint: server.endpoint,
      shape: (next) => link.shape(next),
      stall: (ms) => link.stall(ms),
      async close() {
        await link.close();
        await server.stop();
      },
    };
  },
};

/** Bad networks made of lost and late packets under the kernel's TCP; the process is in a namespace of its own. */
export const ROAD_LAB: Lab = {
  async open(settings, change) {
    const road = await openRoad(change);
    const server = await startServer({ ...settings, HOST: "0.0.0.0" }, { launcher: road.enter });
    return {
      server,
      endpoint: `http://${road.host}:${server.port}`,
      clearEndpoint: `http://${road.clearHost}:${server.port}`,
      shape: (next) => road.shape(next),
      stall: (ms) => road.stall(ms),
      async close() {
        await server.stop();
        await road.close();
      },
    };
  },
};
