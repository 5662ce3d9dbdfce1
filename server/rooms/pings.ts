import type { WebSocket } from "ws";
import type { ArenaState } from "../../shared/state/index.ts";
import { stagePing, unstagePing } from "../ops/index.ts";
import { createLinkMeasure, type LinkFigures, type LinkMeasure, UNMEASURED } from "./linkMeasure.ts";

/**
 * Patches between two measurements of a client's round trip, 100 ms: so often that no stall of the link goes by unseen that
 * its player's picture has to make room for. 3 bytes each, in one write with the patch, and 7 for the answer.
 */
const PATCHES_PER_PING = 3;

/** Measurements until players are told the new figure: it is only read, and need not flicker. */
const TELL_EVERY = 20;

/** The largest figure that its field of the state holds. */
const MOST_MS = 0xffff;

/** What is needed of a room, and of its clients, whose `ref` is their WebSocket. */
export interface MeasuredRoom {
  readonly state: Pick<ArenaState, "players">;
  readonly clients: Iterable<MeasuredClient>;
}
interface MeasuredClient {
  readonly sessionId: string;
  readonly ref: unknown;
}

/** The round trips of a room's clients. */
export interface Pings {
  /** Before each patch: when it is time, a ping goes with it to everybody who owes no answer. */
  stage(): void;
  /** After the patch: whoever was sent none is pinged all the same, and time is counted from here. */
  send(): void;
  /** What is known of a client's link; that of a perfect one as long as nothing is. */
  linkOf(id: string): LinkFigures;
  forget(id: string): void;
}

/** One client's measurements, and the ping that is on its way; sent at -1 when there is none. */
interface Measured {
  readonly measure: LinkMeasure;
  /** What the ping carries: its number, in one byte. Written anew only when the last ping has come back. */
  readonly data: Buffer;
  number: number;
  sentAt: number;
}

/**
 * Measures the round trip to each client with WebSocket pings (RFC 6455 §5.5.2: the pong repeats the ping's data)
 * and writes it into its player. A pong counts when it answers the last ping, once; when that was sent is not in its data,
 * so a client can pretend to be farther away than it is by answering late, and in no other way.
 */
export function measurePings(room: MeasuredRoom, now: () => number = () => performance.now()): Pings {
  const links = new Map<string, Measured>();
  const listening = new WeakSet<WebSocket>();
  /** Who is pinged with this patch. */
  const pinged: { readonly client: MeasuredClient; readonly link: Measured }[] = [];
  let patches = 0;
  let round = 0;

  const linkFor = (id: string): Measured => {
    let link = links.get(id);
    if (link === undefined) {
      link = { measure: createLinkMeasure(), data: Buffer.alloc(1), number: 0, sentAt: -1 };
      links.set(id, link);
    }
    return link;
  };
  const listen = ({ sessionId }: MeasuredClient, socket: WebSocket): void => {
    listening.add(socket);
    linkFor(sessionId).sentAt = -1;
    socket.on("pong", (data) => {
      const link = links.get(sessionId);
      if (link === undefined || link.sentAt < 0) return;
      if (data.length !== 1 || data[0] !== link.number) return;
      link.measure.add(now() - link.sentAt);
      link.sentAt = -1;
    });
  };
  const tell = ({ sessionId }: MeasuredClient): void => {
    const player = room.state.players.get(sessionId);
    const { pingMs } = linkFor(sessionId).measure.figures();
    if (player !== undefined) player.ping = Math.min(MOST_MS, Math.round(pingMs));
  };

  const ping = (client: MeasuredClient, link: Measured): void => {
    // One ping is under way at a time, so that a byte is enough to know its answer from an older one.
    link.number = (link.number + 1) & 0xff;
    link.data[0] = link.number;
    link.sentAt = now();
    stagePing(client, link.data);
    pinged.push({ client, link });
  };

  return {
    stage() {
      if (++patches % PATCHES_PER_PING !== 0) return;
      round += 1;
      for (const client of room.clients) {
        const socket = client.ref as WebSocket;
        if (!listening.has(socket)) listen(client, socket);
        if (round % TELL_EVERY === 0) tell(client);
        const link = linkFor(client.sessionId);
        // The answer of a distant client is awaited; TCP loses none.
        if (link.sentAt < 0) ping(client, link);
      }
    },
    send() {
      for (const { client, link } of pinged) {
        if (unstagePing(client)) (client.ref as WebSocket).ping(link.data);
        link.sentAt = now();
      }
      pinged.length = 0;
    },
    linkOf: (id) => links.get(id)?.measure.figures() ?? UNMEASURED,
    forget: (id) => links.delete(id),
  };
}
