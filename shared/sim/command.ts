/** What one player wants in one tick. The server's input schema and the client's intent both have this shape. */
export interface Command {
  /** Steering, -127..127 on each axis; longer than 127 together counts as 127. */
  mx: number;
  my: number;
  /** Where the weapon points, radians in 0..2π. */
  aim: number;
  /** Held buttons, a sum of `Button`s. */
  buttons: number;
  /** Wanted weapon as id + 1; 0 keeps the one in hand. */
  pick: number;
}

/** Bits of `Command.buttons`. */
export const Button = { fire: 1, dash: 2, reload: 4 } as const;

/** All bits that mean something; a server clears the others. */
export const BUTTON_MASK = Button.fire | Button.dash | Button.reload;

/** Full deflection of a steering axis. */
export const STEER_MAX = 127;
