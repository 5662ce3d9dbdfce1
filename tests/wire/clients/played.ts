/** What a client reports after it has played. */
export interface Played {
  readonly inputs: number;
  readonly patches: number;
  /** True once its own PING was answered; not for clients that cannot send one. */
  readonly pong?: boolean;
  /** Code that its connection closed with, as it read it. */
  readonly close: number;
}
