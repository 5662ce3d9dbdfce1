import { expect, it } from "vitest";
import { joinRaw, startServer } from "../../tools/headless/index.ts";
import { openLink } from "../../tools/netlab/netlab.ts";
import { ask, upgrade } from "../fixtures/edge.ts";

it("no token of a player gets into what the server writes, however talkative it is", async () => {
  const settings = { ARENA: "range", FILL: "0", LOG_LEVEL: "trace", DEBUG: "colyseus:*" };
  const server = await startServer(settings);
  const link = await openLink(server.port);
  const secrets: string[] = [];

  // A join, a loss, a return.
  const ann = await joinRaw(link.endpoint, "Ann");
  const { room } = ann;
  const url = new URL((room.connection as unknown as { url: string }).url);
  const tokenOf = (): string => room.reconnectionToken.split(":")[1]!;
  const processId = url.pathname.split("/")[1]!;
  secrets.push(processId.slice(-30), tokenOf());
  room.reconnection.enabled = true;
  room.reconnection.minUptime = 0;
  const returned = new Promise<void>((resolve) => room.onReconnect.once(() => resolve()));
  link.cut();
  link.restore();
  await returned;
  // Where the return came with a new token, the SDK knows it by the next state.
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
  secrets.push(tokenOf());

  // Errors of many kinds, each with a token in its hand.
  const { port } = server;
  const path = `${url.pathname}${url.search}`;
  const reconnect = `/matchmake/reconnect/${room.roomId}`;
  await ask({ port, path: reconnect, body: JSON.stringify({ reconnectionToken: "stolen-one" }) });
  await ask({ port, path: reconnect, body: `{"reconnectionToken":"stolen-one"` });
  await ask({ port, path: `/index.html?reconnectionToken=stolen-one`, method: "GET" });
  await ask({ port, path: `${reconnect}?reconnectionToken=stolen-one` });
  for (const query of ["", "&reconnectionToken=stolen-one", "&_authToken=stolen-one&reconnectionToken=x"]) {
    const { socket } = await upgrade(port, `${path}${query}`, {
      headers: { authorization: "Bearer stolen-one" },
    });
    socket.terminate();
  }
  await upgrade(port, path, { headers: { origin: "http://evil.example" } });
  secrets.push("stolen-one");
  ann.sendFrame([0x0d, 0xa6, 0x72, 0x65, 0x6e, 0x61, 0x6d, 0x65, 0x82]);
  await ann.closed;
  await link.close();
  await server.stop();

  const said = server.output();
  // It did talk about all of this: of seats, of refusals, of the broken message.
  expect(said).toContain("reserving seat");
  expect(said).toContain('"refused"');
  expect(said).toContain("[redacted]");
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8);
    expect(said.split("\n").filter((line) => line.includes(secret))).toEqual([]);
  }
});
