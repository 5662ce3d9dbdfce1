/**
 * The product's server with a second kind of room beside the arena, in which nothing happens: no timer, no tick, nothing
 * to send. Prints its link as the real one does; makes an arena without anybody in it at each SIGUSR2.
 */
import { matchMaker, Room } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { takeLeanInputs } from "../../../server/ops/index.ts";
import { INPUT_FORM } from "../../../server/rooms/inputForm.ts";
import { ARENA_ROOM } from "../../../shared/protocol.ts";
import { ArenaState, InputState } from "../../../shared/state/index.ts";

class IdleRoom extends Room<{ state: ArenaState; input: InputState }> {
  override state = new ArenaState();
  override patchRate = null as unknown as number;
  override inputs = this.defineInput(InputState);
  override maxClients = 16;

  override onCreate(): void {
    takeLeanInputs(this, INPUT_FORM);
  }

  override onJoin(client: { view?: StateView }): void {
    client.view = new StateView();
  }
}

const config = readConfig(process.env);
const app = createApp(config);
app.define("idle", IdleRoom);
// The channel to the parent belongs to the hook that counts; a signal is enough to ask for one more room.
process.on("SIGUSR2", () => void matchMaker.createRoom(ARENA_ROOM, {}));
await app.listen(config.port, config.host);
const address = app.transport.server?.address();
const port = typeof address === "object" && address !== null && "port" in address ? address.port : 0;
console.log(`http://127.0.0.1:${port}`);
