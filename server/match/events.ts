import type { ServerMessage, ServerMessages } from "../../shared/protocol.ts";

/** Who is told of an event: everybody, one player, or everybody but one. Players are named by their id. */
export type Audience = { all: true } | { only: string } | { except: string };

/** A bolt or a grenade has left a muzzle. Its flight is in the state; who does not see it may hear it. */
export interface FiredEvent {
  readonly type: "fired";
  readonly to: Audience;
  readonly data: { readonly by: number; readonly weapon: number; readonly x: number; readonly y: number };
}

/** Something that happened in a tick and is told to those who may know, in the form in which it travels. */
export type MatchEvent =
  | { [K in ServerMessage]: { type: K; to: Audience; data: ServerMessages[K] } }[ServerMessage]
  | FiredEvent;
