/** The same movement in Colyseus rooms: as everybody begins, with plain float fields, and with the game's own state and sight. */
import { type Client, defineRoom, defineServer, Room } from "@colyseus/core";
import { StateView, schema, t } from "@colyseus/schema";
import { Client as Sdk } from "@colyseus/sdk";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { type Match, NO_REWIND } from "../../../../server/match/index.ts";
import { createSight, type Sight, tidingsFor } from "../../../../server/sight/index.ts";
import { PATCH_MS, TICK_HZ } from "../../../../shared/content/index.ts";
import type { Command } from "../../../../shared/sim/index.ts";
import { ArenaState, InputState, OWNER, posePlayers } from "../../../../shared/state/index.ts";
import { packTidings } from "../../../../shared/tidings.ts";
import { type Fight, type Movement, NO_PEOPLE, recordMovement, startFight } from "../movement.ts";
import { BY_COLYSEUS } from "../tally.ts";
import type { Joined, Rival, Serving } from "./rival.ts";

const PlainFigure = schema(
  {
    ...{ id: t.uint8(), x: t.float32(), y: t.float32(), aim: t.float32() },
    ...{ alive: t.uint8(), health: t.float32(), plating: t.float32(), weapon: t.uint8() },
    ...{ dashTicks: t.uint8(), charge: t.uint8(), score: t.int16() },
  },
  "PlainFigure",
);
const PlainFlying = schema(
  { owner: t.uint8(), weapon: t.uint8(), x: t.float32(), y: t.float32(), angle: t.float32() },
  "PlainFlying",
);
const PlainState = schema(
  { tick: t.uint32().default(0), players: t.map(PlainFigure), bolts: t.map(PlainFlying) },
  "PlainState",
);

class PlainRoom extends Room {
  override state = new PlainState();
  override patchRate = PATCH_MS;
  override maxMessagesPerSecond = Number.POSITIVE_INFINITY;
  override messages = { input: () => {} };
  private turn = 0;

  override onCreate({ movement }: { movement: Movement }): void {
    this.setSimulationInterval(() => this.show(movement), PATCH_MS);
  }

  private show({ snapshots }: Movement): void {
    const { tick, players, bolts } = snapshots[this.turn++ % snapshots.length]!;
    const { state } = this;
    state.tick = tick;
    for (const figure of players) {
      const key = String(figure.id);
      const known = state.players.get(key) ?? new PlainFigure();
      Object.assign(known, figure);
      if (!state.players.has(key)) state.players.set(key, known);
    }
    const flying = new Set(bolts.map(({ id }) => id));
    for (const id of [...state.bolts.keys()]) if (!flying.has(id)) state.bolts.delete(id);
    for (const { id, ...bolt } of bolts) {
      const known = state.bolts.get(id) ?? new PlainFlying();
      Object.assign(known, bolt);
      if (!state.bolts.has(id)) state.bolts.set(id, known);
    }
  }
}

/** The match itself, with a client at the eyes of each of its bots: what the game's own room sends of the same fight. */
class EyesRoom extends Room<{ state: ArenaState; input: InputState }> {
  override patchRate = PATCH_MS;
  override inputs = this.defineInput(InputState);
  private match!: Match;
  private sight!: Sight;
  /** Whose eyes each client has. */
  private readonly eyes = new Map<string, string>();

  override onCreate({ fight }: { fight: Fight }): void {
    this.match = startFight(fight);
    this.state = this.match.state;
    this.sight = createSight(this.match);
    this.setFixedTimestep(() => this.step(), TICK_HZ);
  }

  override onJoin(client: Client): void {
    const eye = [...this.state.players.keys()][this.eyes.size]!;
    this.eyes.set(client.sessionId, eye);
    client.view = new StateView();
    client.view.add(this.state.players.get(eye)!, OWNER);
    this.sight.open({ sessionId: eye, view: client.view });
  }

  override broadcastPatch(): boolean {
    posePlayers(this.state.players);
    return super.broadcastPatch();
  }

  private step(): void {
    const viewers = this.clients.map((client) => ({
      sessionId: this.eyes.get(client.sessionId)!,
      view: client.view!,
    }));
    for (const id of this.eyes.keys()) while (this.inputs.get(id).next() !== undefined);
    const events = this.match.step(NO_PEOPLE, NO_REWIND);
    this.sight.step(this.state.tick, viewers);
    for (const event of events) {
      const { to } = event;
      for (const client of this.clients) {
        const id = this.eyes.get(client.sessionId)!;
        if ("only" in to ? id !== to.only : "except" in to && id === to.except) continue;
        const tidings = tidingsFor(this.sight, id, event);
        if (tidings !== null)
          client.send(tidings.type, packTidings(tidings.type, tidings.data), { afterNextPatch: true });
      }
    }
  }
}

async function listen(room: new () => Room, options: object): Promise<Serving> {
  const server = defineServer({
    transport: new WebSocketTransport(),
    rooms: { fight: defineRoom(room, options) },
    greet: false,
  });
  await server.listen(0, "127.0.0.1");
  const address = server.transport.server?.address();
  return { port: typeof address === "object" && address !== null ? (address as { port: number }).port : 0 };
}

export const COLYSEUS_FLOATS: Rival = {
  name: "floats",
  says: "Colyseus, plain float fields",
  serve: (fight) => listen(PlainRoom, { movement: recordMovement(fight) }),
  async join(endpoint): Promise<Joined> {
    const room = await new Sdk(endpoint).joinOrCreate("fight");
    room.reconnection.enabled = false;
    return {
      send: (command, seq) => room.send("input", { seq, ...command }),
      leave: () => void room.leave(),
    };
  },
  sorts: { down: BY_COLYSEUS, up: () => "inputs" },
};

export const CROSSWIRE: Rival = {
  name: "crosswire",
  says: "Crosswire: quantized fields, sight, events",
  serve: (fight) => listen(EyesRoom, { fight }),
  async join(endpoint): Promise<Joined> {
    const room = await new Sdk(endpoint).joinOrCreate<ArenaState>("fight", {}, ArenaState);
    room.reconnection.enabled = false;
    room.onMessage("*", () => {});
    const input = room.input<Command>({ allowRewind: ({ buttons }) => (buttons & 1) !== 0 });
    return {
      send(command) {
        Object.assign(input.data, command);
        input.send();
      },
      leave: () => void room.leave(),
    };
  },
  sorts: { down: BY_COLYSEUS, up: BY_COLYSEUS },
};
