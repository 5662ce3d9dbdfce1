/** The music: composed as notes in code, rendered to loops by the synthesis of the effects. */
import { HALL } from "./hall.ts";
import { MENU } from "./menu.ts";
import type { Piece } from "./piece.ts";
import { renderPiece, type Stereo } from "./renderPiece.ts";

export type { Piece } from "./piece.ts";
export { MUSIC_RATE, type Stereo } from "./renderPiece.ts";

export const PIECES = { menu: MENU, hall: HALL } as const satisfies Readonly<Record<string, Piece>>;

export type PieceKey = keyof typeof PIECES;

/** Of what chance there is in the music. */
const SEED = 1;

/** The samples of a piece, the same on every machine. */
export function renderMusic(key: PieceKey): Stereo {
  return renderPiece(PIECES[key], SEED);
}
