/** Snapshots of the whole world over plain `ws`, in some packing. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { pack, unpack } from "msgpackr";
import { WebSocket, WebSocketServer } from "ws";
import { PATCH_MS } from "../../../../shared/content/index.ts";
import { type Fight, recordMovement } from "../movement.ts";
import { BY_DIRECTION, everyMs, type Joined, type Rival, type Serving } from "./rival.ts";

interface Packing {
  write(message: object): string | Uint8Array;
  read(data: Buffer): unknown;
}

const JSON_TEXT: Packing = {
  write: (message) => JSON.stringify(message),
  read: (data) => JSON.parse(data.toString()),
};
const MESSAGE_PACK: Packing = { write: (message) => pack(message), read: (data) => unpack(data) };

async function serve({ write, read }: Packing, fight: Fight): Promise<Serving> {
  const { snapshots } = recordMovement(fight);
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (socket) => socket.on("message", (data) => read(data as Buffer)));
  await once(server, "listening");
  let turn = 0;
  everyMs(PATCH_MS, () => {
    const data = write(snapshots[turn++ % snapshots.length]!);
    for (const socket of server.clients) socket.send(data);
  });
  return { port: (server.address() as AddressInfo).port };
}

async function join({ write, read }: Packing, endpoint: string): Promise<Joined> {
  const socket = new WebSocket(endpoint.replace("http", "ws"), { perMessageDeflate: false });
  socket.on("message", (data) => read(data as Buffer));
  await once(socket, "open");
  return {
    send: (command, seq) => socket.send(write({ seq, ...command })),
    leave: () => socket.terminate(),
  };
}

function plainSockets(name: string, says: string, packing: Packing): Rival {
  return {
    name,
    says,
    serve: (fight) => serve(packing, fight),
    join: (endpoint) => join(packing, endpoint),
    sorts: BY_DIRECTION,
  };
}

export const JSON_SNAPSHOTS = plainSockets("json", "JSON snapshots over ws", JSON_TEXT);
export const MESSAGE_PACK_SNAPSHOTS = plainSockets("msgpack", "MessagePack snapshots over ws", MESSAGE_PACK);
