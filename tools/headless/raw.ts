import { Client, type Room } from "@colyseus/sdk";
import { ARENA_ROOM, type JoinOptions, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { ArenaState } from "../../shared/state/index.ts";

/** A bare SDK connection: no prediction, no session, and frames of one's own. */
export interface RawClient {
  readonly room: Room<unknown, ArenaState>;
  /** Close code once the connection ended for good. */
  readonly closed: Promise<number>;
  /** Sends bytes as they are. */
  sendFrame(bytes: readonly number[]): void;
  /** Patches that came so far. */
  patches(): number;
  leave(): Promise<void>;
}

/** Joins any match, or a certain one, without coming back after a loss. */
export async function joinRaw(
  endpoint: string,
  name: string,
  roomId?: string,
  mode?: string,
): Promise<RawClient> {
  const client = new Client(endpoint);
  const options: JoinOptions = {
    ...{ name, protocol: PROTOCOL_VERSION },
    ...(mode === undefined ? {} : { mode }),
  };
  const room: Room<unknown, ArenaState> =
    roomId === undefined
      ? await client.joinOrCreate<ArenaState>(ARENA_ROOM, options, ArenaState)
      : await client.joinById<ArenaState>(roomId, options, ArenaState);
  room.reconnection.enabled = false;
  let patches = 0;
  room.onStateChange(() => {
    patches += 1;
  });
  room.onMessage("*", () => {});
  const closed = new Promise<number>((resolve) => {
    room.onLeave((code) => resolve(code));
  });
  await new Promise<void>((resolve) => {
    room.onStateChange.once(() => resolve());
  });
  return {
    room,
    closed,
    sendFrame(bytes) {
      room.connection.send(Uint8Array.from(bytes));
    },
    patches: () => patches,
    async leave() {
      // A connection that is over already is not told again.
      await Promise.race([room.leave(), closed]);
    },
  };
}
