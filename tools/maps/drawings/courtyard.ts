import type { MapDrawing } from "../drawing.ts";

/** The walk around is four tiles wide, with buttresses against long shots; the gates of the court are turned against each other. */
export const COURTYARD: MapDrawing = {
  name: "courtyard",
  title: "Courtyard",
  idea: "A ring around a walled court: run the ring, or cross the middle and be seen by all.",
  modes: ["ffa", "tdm", "uplink", "courier"],
  players: { min: 2, max: 8 },
  columns: 29,
  rows: 23,
  symmetry: "turn",
  zoneRadius: 76,
  half: [
    "#############################",
    "#s....s..#........s..#.a...s#",
    "#........#...........#......#",
    "#......p.........##.......r.#",
    "#..b.............##.l...s...#",
    "#....####...############....#",
    "#.1..#..............s..#..###",
    "#....#.c....................#",
    "#m...#...##......#..h.......#",
    "#..1.#...#.......#........2.#",
    "#....#.................#....#",
    "#A.1.#s.......o.......s#.2.B#",
  ],
  exact: [
    { sign: "z", at: [14.5, 11.5] },
    { sign: "z", at: [15, 3] },
  ],
};
