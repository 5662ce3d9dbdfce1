import { ClientState, SchemaSerializer } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { shareViews } from "../../../server/ops/index.ts";
import { ArenaState, OWNER, PlayerState, SEEN } from "../../../shared/state/index.ts";

const PLAYERS = 16;

/** What each of them does between two patches, in px. */
const STRIDE = 0.25;
const ROOM_PX = 1000;

/**
 * Players in one fight: all of them move and aim, and everybody sees everybody.
 * @param shared whether their views share what is encoded
 * @returns encodes a patch for each of them, and sends it nowhere
 */
export function encodePatch(shared: boolean): () => void {
  const state = new ArenaState();
  state.arena = "hall";
  const players = Array.from({ length: PLAYERS }, (_, slot) => {
    const player = new PlayerState();
    const still = { x: 0, y: 0, vx: 0, vy: 0, aim: 0, pose: 0 };
    Object.assign(player, { slot, name: `Player ${slot}`, ...still });
    state.players.set(String(slot), player);
    return player;
  });
  const serializer = new SchemaSerializer();
  serializer.reset(state);
  if (shared) shareViews({ _serializer: serializer } as never);
  const clients = players.map((player) => {
    const view = new StateView();
    view.add(player, OWNER);
    for (const other of players) if (other !== player) view.add(other, SEEN);
    return { view, state: ClientState.JOINED, raw: () => {} };
  });
  let patches = 0;
  return () => {
    patches += 1;
    players.forEach((player, slot) => {
      player.x = (slot * PLAYERS + patches * STRIDE) % ROOM_PX;
      player.pose = patches * PLAYERS + slot;
    });
    serializer.applyPatches(clients as never, state, { sNow: patches });
  };
}
