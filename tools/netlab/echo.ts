/** Sends back what it gets. A process of its own, so that it can run at the other end of a road; prints its port. */
import { createServer } from "node:net";

const server = createServer({ noDelay: true }, (socket) => {
  socket.on("error", () => socket.destroy());
  socket.pipe(socket);
});
server.listen(0, "0.0.0.0", () => {
  console.log((server.address() as { port: number }).port);
});
