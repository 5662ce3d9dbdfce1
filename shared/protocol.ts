/** What client and server say to each other besides state and inputs, and how a connection may end. */
import * as v from "valibot";

/** The one public room type. */
export const ARENA_ROOM = "arena";

/** Raised whenever an old client could no longer play with a new server. */
export const PROTOCOL_VERSION = 4;

export const LIMITS = {
  /** Seconds that the seat of a lost connection is held unless the server is set otherwise. */
  holdSeconds: 20,
  /** Seconds that a seat waits for its player's socket after matchmaking. */
  seatSeconds: 6,
  nameLength: 16,
  /** Bytes of one frame from a client; the longest honest one is a rename of some 80 bytes. */
  frameBytes: 512,
  /** Frames a second from one client: a stall of two seconds delivers 120 inputs at once, and pings come on top. */
  framesPerSecond: 220,
  /**
   * Inputs of one player that wait on the server; the oldest fall out beyond. A client has no more under way than its
   * round trip and a third of a second (client/net/pending.ts); the rest is room for what a bad line clumps together.
   */
  bufferedInputs: 32,
  /** Frames that no honest client sends before the connection is closed. */
  badFrames: 3,
} as const;

/** Letters, digits and gentle punctuation of any script; no control, format or private characters. */
const NAME = /^[\p{L}\p{M}\p{N} ._'!?*+~-]+$/u;

/** What may be wrong with a nickname, in the words of the server; players read it in their language. */
export const NAME_PROBLEMS = {
  short: "a name has at least 1 character",
  long: `a name has at most ${LIMITS.nameLength} characters`,
  letters: "a name is made of letters, digits, blanks and . _ ' ! ? * + ~ -",
} as const;

/** A nickname: NFKC, trimmed, inner blanks folded, 1 to 16 characters. */
export const NameSchema = v.pipe(
  v.string(),
  v.maxLength(LIMITS.nameLength * 4, NAME_PROBLEMS.long),
  v.transform((name) => name.normalize("NFKC").trim().replace(/\s+/gu, " ")),
  v.check((name) => [...name].length >= 1, NAME_PROBLEMS.short),
  v.check((name) => [...name].length <= LIMITS.nameLength, NAME_PROBLEMS.long),
  v.regex(NAME, NAME_PROBLEMS.letters),
);

/** What a page reads that was loaded before the server got a new version. */
export const OUTDATED = "There is a new version of the game";

/** The wish of a player who leaves the mode to the votes. */
export const ANY_MODE = "any";

/** Where a server says what it offers, as an `Offer`. */
export const OFFER_PATH = "/api/offer";

/** What can be had on a server. */
export const OfferSchema = v.object({
  /** Keys of the modes that are played. */
  modes: v.array(v.pipe(v.string(), v.maxLength(16))),
});
export type Offer = v.InferOutput<typeof OfferSchema>;

/** What a player reads who asks for a mode that this server does not play. */
export const MODE_NOT_PLAYED = "This mode is not played here";

/** What a client brings when it asks for a seat. */
export const JoinSchema = v.object({
  name: NameSchema,
  protocol: v.literal(PROTOCOL_VERSION, OUTDATED),
  /** Key of the one mode that is wanted; `ANY_MODE` for a room that goes through them by vote. */
  mode: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{1,16}$/, "a mode has a key such as ffa")), ANY_MODE),
  /** Id of the client's build; empty for a client that was not built, such as a headless one. */
  build: v.optional(v.pipe(v.string(), v.maxLength(64)), ""),
});
export type JoinOptions = v.InferInput<typeof JoinSchema>;

/** Messages that a client may send, each with its validator. All others close the connection. */
export const CLIENT_MESSAGES = {
  /** A player wants another nickname. */
  rename: v.object({ name: NameSchema }),
  /** A player gives up the drone and watches. */
  spectate: v.object({}),
  /** A spectator wants a drone again. */
  play: v.object({}),
  /** A spectator looks over the shoulder of another player. */
  watch: v.object({ slot: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(254)) }),
  /** A vote for one of the choices of the ballot; a later one replaces it. */
  vote: v.object({ choice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7)) }),
  /** Asks for the statistics of the match, as for the scoreboard; answered with `stats`. */
  stats: v.object({}),
} as const;

/** How much of each a client may send; beyond it the connection is closed. */
export const MESSAGE_LIMITS = {
  /** A nickname is some 80 bytes in its frame, and nobody thinks of five better ones in ten seconds. */
  rename: { bytes: 128, burst: 5, seconds: 10 },
  spectate: { bytes: 32, burst: 3, seconds: 6 },
  play: { bytes: 32, burst: 3, seconds: 6 },
  // Somebody who leafs through sixteen players, and through them again.
  watch: { bytes: 48, burst: 32, seconds: 8 },
  vote: { bytes: 48, burst: 10, seconds: 10 },
  stats: { bytes: 32, burst: 4, seconds: 3 },
} as const satisfies Record<
  keyof typeof CLIENT_MESSAGES,
  { readonly bytes: number; readonly burst: number; readonly seconds: number }
>;

export type ClientMessages = {
  [K in keyof typeof CLIENT_MESSAGES]: v.InferOutput<(typeof CLIENT_MESSAGES)[K]>;
};

/** What a player has done in a round. Lists of weapons are indexed by their id. */
export interface PlayerRecord {
  slot: number;
  name: string;
  bot: boolean;
  team: number;
  score: number;
  kills: number;
  deaths: number;
  assists: number;
  captures: number;
  /** Health taken from enemies. */
  damage: number;
  /** Most kills in one life. */
  streak: number;
  /** Pulls and pellets that left, and those that met an enemy; their quotient is the accuracy. */
  shots: number[];
  hits: number[];
  /** Kills with each weapon. */
  killsWith: number[];
  /** How many of each medal, by its place in the table of medals. */
  medals: number[];
}

/** Messages that the server sends. Players are named by their slot, places are in px, times in ticks. */
export interface ServerMessages {
  /** To everybody: a drone was destroyed. `killer` is the victim for an own mistake; `assists` are slots. */
  kill: { killer: number; victim: number; weapon: number; tick: number; assists: number[] };
  /** To the shooter: damage was done. `seq` is the command that fired, low 16 bits. */
  hit: { victim: number; damage: number; x: number; y: number; seq: number; fatal: boolean };
  /** To the victim: who did it and from where, as the direction towards the shooter in radians. */
  hurt: { by: number; damage: number; angle: number };
  /**
   * To everybody but the shooter who perceives something of it: a hitscan shot, from the muzzle, or from where it comes
   * into sight, to where each of its pellets ended. `angle` is the aim; the rays follow from it, the slot and `seq` (`shotOf`).
   */
  trace: { by: number; weapon: number; x: number; y: number; angle: number; seq: number; lengths: number[] };
  /**
   * To those who are near and perceive nothing of it: a sound, from one of eight directions (0 to the right, then
   * clockwise as seen on the screen), with a loudness of 1 to 4.
   */
  heard: { what: "shot" | "blast"; weapon: number; sector: number; loudness: number };
  /** To the victim: where it was on the killer's screen, the killer's round trip and the rewind of the shot in ms. */
  death: { by: number; weapon: number; x: number; y: number; pingMs: number; rewindMs: number };
  /** To those who perceive it: something exploded. */
  blast: { by: number; weapon: number; x: number; y: number };
  /** To everybody: an item was taken from a rack. */
  taken: { rack: number; by: number };
  /** To everybody: a dropped weapon was picked up. */
  picked: { weapon: number; by: number; x: number; y: number };
  /** To everybody: a distinction was earned. `medal` is its place in the table of medals. */
  medal: { slot: number; medal: number };
  /** To everybody: the goal of the mode. `team` is who gains by it. */
  goal: {
    what: "zoneHeld" | "zoneMoved" | "packetTaken" | "packetDropped" | "packetReturned" | "packetHome";
    team: number;
    by: number;
  };
  /** To one player: the teams were uneven, and this is the new one. */
  moved: { team: number };
  /** To everybody as the podium begins, and to one who asks: what everybody has done. */
  stats: { final: boolean; players: PlayerRecord[] };
  /** To everybody, once a second: the server stops, and this match ends in so many seconds. */
  closing: { seconds: number };
  /** To a player who does nothing: seconds until the drone is taken, once a second; null when it is not any more. */
  idle: { seconds: number | null };
}
export type ServerMessage = keyof ServerMessages;

/** What a player may be told of the end of a connection; client/words has the sentences. */
export type CloseNews =
  | "closed"
  | "lost"
  | "refused"
  | "left"
  | "restarting"
  | "seatGone"
  | "reloading"
  | "idle"
  | "replaced"
  | "flood"
  | "unreachable"
  | "roomFailed"
  | "tooSlow";

/** How a connection may end, and what its player is told and may do about it. */
export interface CloseReason {
  readonly code: number;
  readonly reason: string;
  readonly says: CloseNews;
  /**
   * What the client does next: it comes back by itself, to its held seat or to any room; it waits until the player asks
   * for another room; or there is no way back.
   */
  readonly retry: "seat" | "rejoin" | "ask" | "never";
}

/**
 * Every way a connection ends. 1xxx are RFC 6455's, 4000 to 4010 belong to Colyseus, 41xx are ours.
 */
export const CLOSE = {
  normal: { code: 1000, reason: "closed", says: "closed", retry: "rejoin" },
  goingAway: { code: 1001, reason: "going away", says: "lost", retry: "seat" },
  noStatus: { code: 1005, reason: "no status", says: "lost", retry: "seat" },
  abnormal: { code: 1006, reason: "abnormal", says: "lost", retry: "seat" },
  tooBig: {
    code: 1009,
    reason: "frame too big",
    says: "refused",
    retry: "never",
  },
  consented: { code: 4000, reason: "left", says: "left", retry: "never" },
  shutdown: { code: 4001, reason: "server stopping", says: "restarting", retry: "rejoin" },
  framework: {
    code: 4002,
    reason: "refused",
    says: "refused",
    retry: "never",
  },
  seatGone: { code: 4003, reason: "seat gone", says: "seatGone", retry: "rejoin" },
  reload: { code: 4010, reason: "server reloads", says: "reloading", retry: "seat" },
  badFrame: {
    code: 4100,
    reason: "malformed frame",
    says: "refused",
    retry: "never",
  },
  badMessage: {
    code: 4101,
    reason: "malformed message",
    says: "refused",
    retry: "never",
  },
  idle: {
    code: 4110,
    reason: "idle",
    says: "idle",
    retry: "ask",
  },
  replaced: {
    code: 4111,
    reason: "replaced",
    says: "replaced",
    retry: "never",
  },
  flood: {
    code: 4112,
    reason: "too many messages",
    says: "flood",
    retry: "never",
  },
  /** Never on the wire: the client gives up by itself. */
  unreachable: { code: 4199, reason: "unreachable", says: "unreachable", retry: "rejoin" },
  roomFailed: { code: 4102, reason: "room failed", says: "roomFailed", retry: "rejoin" },
  unacknowledged: {
    code: 4104,
    reason: "join not acknowledged",
    says: "lost",
    retry: "rejoin",
  },
  tooSlow: { code: 4103, reason: "too slow", says: "tooSlow", retry: "seat" },
} as const satisfies Record<string, CloseReason>;

/** The row of a close code; unknown codes read as a lost connection that may be made anew. */
export function closeReason(code: number): CloseReason {
  const known = Object.values<CloseReason>(CLOSE).find((row) => row.code === code);
  return known ?? { code, reason: "unknown", says: "lost", retry: "rejoin" };
}
