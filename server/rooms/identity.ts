/** What makes two seats belong to one and the same player; `off` lets everybody sit as often as they like. */
export const UNIQUE = ["off", "name", "address"] as const;
export type Unique = (typeof UNIQUE)[number];

/** One seat per identity, over all rooms of this process. The latest claim wins. */
export interface Identities {
  /** The identity of a player, or null when seats are not counted or what counts is not known. */
  keyOf(name: string, address: string | undefined): string | null;
  /**
   * Takes an identity for a session; whoever had it gives up the seat. Runs in one piece, when the player is there and
   * checked: of two who join at the same time one comes second, and wins.
   * @param give called when another session takes the identity
   */
  claim(key: string, id: string, give: () => void): void;
  /** Whether a session may take an identity without pushing another aside. */
  isFree(key: string, id: string): boolean;
  /** Gives an identity back; nothing happens when another session has it by now. */
  release(key: string, id: string): void;
}

/** @param wholeOf what stands for an address: the owner of one IPv6 address has 2^64 of them */
export function createIdentities(unique: Unique, wholeOf: (address: string) => string): Identities {
  const holders = new Map<string, { readonly id: string; readonly give: () => void }>();
  return {
    keyOf(name, address) {
      if (unique === "name") return name.toLowerCase();
      return unique === "address" && address !== undefined ? wholeOf(address) : null;
    },
    claim(key, id, give) {
      const before = holders.get(key);
      holders.set(key, { id, give });
      if (before !== undefined && before.id !== id) before.give();
    },
    isFree(key, id) {
      const holder = holders.get(key);
      return holder === undefined || holder.id === id;
    },
    release(key, id) {
      if (holders.get(key)?.id === id) holders.delete(key);
    },
  };
}

/** The identities that the players of one room hold. */
export interface Claims {
  sit(id: string, name: string, address: string | undefined): void;
  /** @returns false when the new name is somebody else's identity: only a join takes a seat from another */
  rename(id: string, name: string): boolean;
  leave(id: string): void;
}

/** @param give a player sits down elsewhere, so this session's seat is to be given up */
export function createClaims(identities: Identities, give: (id: string) => void): Claims {
  const sitting = new Map<string, { key: string; readonly address: string | undefined }>();
  const take = (id: string, key: string, address: string | undefined): void => {
    sitting.set(id, { key, address });
    identities.claim(key, id, () => give(id));
  };
  return {
    sit(id, name, address) {
      const key = identities.keyOf(name, address);
      if (key !== null) take(id, key, address);
    },
    rename(id, name) {
      const before = sitting.get(id);
      const key = identities.keyOf(name, before?.address);
      if (before === undefined || key === null || key === before.key) return true;
      if (!identities.isFree(key, id)) return false;
      identities.release(before.key, id);
      take(id, key, before.address);
      return true;
    },
    leave(id) {
      const before = sitting.get(id);
      sitting.delete(id);
      if (before !== undefined) identities.release(before.key, id);
    },
  };
}
