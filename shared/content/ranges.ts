/** Side of one map tile in px; the length everything else is measured against. */
export const TILE = 32;

/** Arenas may have at most this many tiles a side: positions then fit 16 bits at 1/32 px. */
export const MAX_TILES = 64;

/** Positions in px, in steps of exactly 1/32: finer than a pixel at any zoom, coarse enough for two bytes. */
export const POSITION = { min: 0, max: MAX_TILES * TILE - 1 / 32, bits: 16 } as const;

/** Velocities in px/s, in steps of 1024/32767 (a 32nd); well above the fastest thing that steers, the dash. */
export const VELOCITY = { min: -1024, max: 1024, bits: 16 } as const;
