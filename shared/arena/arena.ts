/** A place on the map, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A rack: where an item lies and which one. The key is checked against the content by the match. */
export interface ItemSpot extends Spot {
  readonly item: string;
}

/** A place where drones appear: anybody's (team 0), or that of team 1 or 2. */
export interface SpawnSpot extends Spot {
  readonly team: number;
}

/** A circle that teams fight for. */
export interface Zone extends Spot {
  /** px, within ZONE_RADIUS. */
  readonly radius: number;
}

/** Where the packet of a team (1 or 2) lies and where it brings that of the other. */
export interface Home extends Spot {
  readonly team: number;
}

/** Radius of a zone in px: below, two drones fill it; above, no screen shows all of it. */
export const ZONE_RADIUS = { min: 48, max: 160 } as const;

/** How many players a map is made for. */
export interface PlayerRange {
  readonly min: number;
  readonly max: number;
}

/** A map as the rules see it: a grid of tiles that block or do not, and the spots that matter. */
export interface Arena {
  /** Key of the map: the name of its file. */
  readonly name: string;
  /** What players read. */
  readonly title: string;
  /** What is special about it, in one sentence; empty when nobody wrote one. */
  readonly idea: string;
  /** Keys of the modes it is made for. The match checks them against the content. */
  readonly modes: readonly string[];
  readonly players: PlayerRange;
  /** Whether players may vote for it; maps for tests are not listed. */
  readonly listed: boolean;
  /** Tiles a row and rows. */
  readonly columns: number;
  readonly rows: number;
  /** Side of a tile in px. */
  readonly tile: number;
  /** One byte a tile, row by row: 1 blocks movement, shots and sight. */
  readonly solid: Uint8Array;
  readonly spawns: readonly SpawnSpot[];
  readonly items: readonly ItemSpot[];
  /** What Uplink is about. */
  readonly zones: readonly Zone[];
  /** What Courier is about. */
  readonly homes: readonly Home[];
}

/** Whether the tile at a column and row blocks. Outside the map everything does, and so does a place that is no number. */
export function isSolid(arena: Arena, column: number, row: number): boolean {
  if (!(column >= 0 && row >= 0 && column < arena.columns && row < arena.rows)) return true;
  return arena.solid[row * arena.columns + column] === 1;
}
