import { hear } from "../../shared/tidings.ts";
import type { RawClient } from "../headless/index.ts";

/** How somebody with a certain name stands in the state, as a bystander with a good connection sees it. */
export interface Sighting {
  readonly session: string;
  readonly slot: number;
  readonly score: number;
  readonly connected: boolean;
  /** Kills of this slot that were told since the name appeared: what the score must be by the rules. */
  readonly killsTold: number;
}

/** A bystander who keeps the books. */
export interface Witness {
  readonly roomId: string;
  /** Names of all people in the state but its own. */
  names(): string[];
  see(name: string): Sighting | null;
  /** Resolves when nobody else is left; rejects with who is, when time is up. */
  aloneWithin(seconds: number): Promise<void>;
  leave(): Promise<void>;
}

export function createWitness(client: RawClient): Witness {
  const { state, sessionId } = client.room;
  const told = new Map<number, number>();
  /** What was told of a slot before its present owner came, by session. */
  const before = new Map<string, number>();
  const killsOf = (slot: number): number => told.get(slot) ?? 0;
  const meet = (): void => {
    state.players.forEach((player, id) => {
      if (!before.has(id)) before.set(id, killsOf(player.slot) - player.score);
    });
  };
  hear(client.room, "kill", ({ killer, victim }) =>
    // An own mistake costs a point.
    told.set(killer, killsOf(killer) + (killer === victim ? -1 : 1)),
  );
  client.room.onStateChange(meet);

  const people = (): [string, { name: string; slot: number; score: number; connected: boolean }][] =>
    [...state.players].filter(([id, player]) => !player.bot && id !== sessionId);
  return {
    roomId: client.room.roomId,
    names: () => people().map(([, { name }]) => name),
    see(name) {
      const found = people().find(([, player]) => player.name === name);
      if (found === undefined) return null;
      const [session, { slot, score, connected }] = found;
      return { session, slot, score, connected, killsTold: killsOf(slot) - (before.get(session) ?? 0) };
    },
    async aloneWithin(seconds) {
      const deadline = performance.now() + seconds * 1000;
      while (people().length > 0) {
        if (performance.now() > deadline)
          throw new Error(
            `still there: ${people()
              .map(([, { name }]) => name)
              .join(", ")}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    leave: () => client.leave(),
  };
}
