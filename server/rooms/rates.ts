/** How much of something a client may do: `burst` at once, refilled evenly over `seconds`. */
export interface Rate {
  readonly burst: number;
  readonly seconds: number;
}

/** A token bucket for each client and type of message. Types without a rate have none to spend. */
export interface Rates<K extends string> {
  /**
   * Takes a token.
   * @param nowMs any clock that only goes on
   * @returns false when there was none left
   */
  spend(id: string, type: K, nowMs: number): boolean;
  /** Forgets a client who left for good; a mere loss of the connection refills nothing. */
  forget(id: string): void;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

export function createRates<K extends string>(rates: Readonly<Record<K, Rate>>): Rates<K> {
  const clients = new Map<string, Map<K, Bucket>>();

  const bucketOf = (id: string, type: K, nowMs: number): Bucket => {
    const buckets = clients.get(id) ?? new Map<K, Bucket>();
    const bucket = buckets.get(type) ?? { tokens: rates[type].burst, filledAt: nowMs };
    clients.set(id, buckets.set(type, bucket));
    return bucket;
  };
  return {
    spend(id, type, nowMs) {
      const { burst, seconds } = rates[type];
      const bucket = bucketOf(id, type, nowMs);
      const earned = ((nowMs - bucket.filledAt) / (seconds * 1000)) * burst;
      bucket.tokens = Math.min(burst, bucket.tokens + earned);
      bucket.filledAt = nowMs;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    forget(id) {
      clients.delete(id);
    },
  };
}
