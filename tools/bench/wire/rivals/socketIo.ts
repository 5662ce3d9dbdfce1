/** The same snapshots by socket.io, which brings its own framing, heartbeat and JSON. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { PATCH_MS } from "../../../../shared/content/index.ts";
import { recordMovement } from "../movement.ts";
import { BY_DIRECTION, everyMs, type Rival } from "./rival.ts";

export const SOCKET_IO: Rival = {
  name: "socketio",
  says: "JSON snapshots by socket.io",
  async serve(fight) {
    const { snapshots } = recordMovement(fight);
    const http = createServer();
    const server = new Server(http, { transports: ["websocket"], perMessageDeflate: false });
    server.on("connection", (socket) => socket.on("input", () => {}));
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    let turn = 0;
    everyMs(PATCH_MS, () => server.emit("snapshot", snapshots[turn++ % snapshots.length]));
    return { port: (http.address() as AddressInfo).port };
  },
  join: (endpoint) =>
    new Promise((resolve, reject) => {
      const socket = io(endpoint, { transports: ["websocket"], forceNew: true, reconnection: false });
      socket.on("snapshot", () => {});
      socket.once("connect_error", reject);
      socket.once("connect", () =>
        resolve({
          send: (command, seq) => void socket.emit("input", { seq, ...command }),
          leave: () => void socket.disconnect(),
        }),
      );
    }),
  sorts: BY_DIRECTION,
};
