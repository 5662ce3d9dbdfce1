/** A map as a small picture: its walls, seen from above. */
import { useMemo } from "preact/hooks";
import type { Arena } from "../../shared/arena/index.ts";

/** One sub-path for each run of solid tiles in a row, in tiles. */
function wallPath({ columns, rows, solid }: Arena): string {
  const runs: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; ) {
      const from = column;
      while (column < columns && solid[row * columns + column] === 1) column += 1;
      if (column > from) runs.push(`M${from} ${row}h${column - from}v1h${from - column}Z`);
      else column += 1;
    }
  }
  return runs.join("");
}

/** @param arena null while the map is still being fetched: the picture keeps its place */
export function MapPicture({ arena }: { arena: Arena | null }) {
  const path = useMemo(() => (arena === null ? "" : wallPath(arena)), [arena]);
  const box = arena === null ? "0 0 16 9" : `0 0 ${arena.columns} ${arena.rows}`;
  return (
    <svg class="map-picture" viewBox={box} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
