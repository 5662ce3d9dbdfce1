/** One player without a screen, as the worker that moves it sees it. */
export interface Bot {
  /** Whether it is in a room with a connection. */
  readonly playing: boolean;
  /** Whether its seat is gone, by its own will or not. */
  readonly gone: boolean;
  /** Inputs under way to the server. */
  readonly pending: number;
  /** Plays on; at its frame rate. */
  frame(now: number): void;
  /** Tells the ledger what the last second brought. */
  second(): void;
  /** Its connection breaks without a word; it comes back by itself. */
  breakOff(): void;
  /** Gives its seat up. */
  leave(): Promise<void>;
}

/** What a player begins with. */
export interface BotSetup {
  /** Where the server is, or the network before it. */
  readonly endpoint: string;
  readonly name: string;
  /** How well it plays, 0..1. */
  readonly skill: number;
  readonly seed: number;
}

/** A seat could not be had. */
export class NoSeat extends Error {
  override name = "NoSeat";
  /** Whether it is the limits of the server by address that stood against it, so that a later try may do. */
  readonly limited: boolean;

  constructor(message: string, limited: boolean) {
    super(message);
    this.limited = limited;
  }
}
