import * as v from "valibot";
import { CLIENT_MESSAGES, type ClientMessages } from "../../shared/protocol.ts";

/** What is done about each message of a client, once it has passed its validator. */
export type Handlers<C> = { [K in keyof ClientMessages]: (client: C, message: ClientMessages[K]) => void };

/** What becomes of a message before and instead of being handled. */
export interface Doorkeeper<C> {
  /** Whether the client may send one more of these now. */
  mayPass(client: C, type: keyof ClientMessages): boolean;
  /** The client has sent too many. */
  flooded(client: C): void;
  /** The client has sent what nobody understands. */
  malformed(client: C): void;
}

type Answers<C> = Record<string, (client: C, message: unknown) => void>;

/** Every message that clients may send, as the room takes them; `_` is whatever else comes. */
export function createAnswers<C>(door: Doorkeeper<C>, handlers: Handlers<C>): Answers<C> {
  const answer =
    <K extends keyof ClientMessages>(type: K) =>
    (client: C, message: unknown): void => {
      if (!door.mayPass(client, type)) {
        door.flooded(client);
        return;
      }
      const result = v.safeParse(CLIENT_MESSAGES[type], message);
      if (result.success) handlers[type](client, result.output as ClientMessages[K]);
      else door.malformed(client);
    };
  const types = Object.keys(CLIENT_MESSAGES) as (keyof ClientMessages)[];
  return Object.fromEntries([
    ...types.map((type) => [type, answer(type)] as const),
    ["_", (client: C) => door.malformed(client)] as const,
  ]);
}
