/** What is played in a room: everything that the server has, or one mode of it. */
import type { Arena } from "../../shared/arena/index.ts";
import { MODES, type ModeKey } from "../../shared/content/index.ts";

/** Maps, and the modes that may be played on those of them that are made for it. */
export interface Playlist {
  readonly arenas: readonly Arena[];
  readonly modes: readonly ModeKey[];
}

/** The modes for which there is a map, in the order of the table. */
export function modesOf({ arenas, modes }: Playlist): ModeKey[] {
  const playable = modes.filter((mode) => arenas.some((arena) => arena.modes.includes(mode)));
  return MODES.map(({ key }) => key).filter((key) => playable.includes(key));
}

/** The same with only one mode and its maps; what is no mode of it leaves everything as it is. */
export function narrowed<P extends Playlist>(playlist: P, wanted: string): P {
  const mode = modesOf(playlist).find((key) => key === wanted);
  if (mode === undefined) return playlist;
  return {
    ...playlist,
    modes: [mode],
    arenas: playlist.arenas.filter((arena) => arena.modes.includes(mode)),
  };
}

/** Of what is drawn by lot in a match that nobody wants to see again. */
export function newSeed(): number {
  return Math.floor(Math.random() * 0xffffffff);
}
