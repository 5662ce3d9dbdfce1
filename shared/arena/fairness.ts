import type { Arena, Spot } from "./arena.ts";
import { tileAt, wayPx, waysTo } from "./ways.ts";

/** Tiles by which ways of the two teams may differ. */
const TOLERANCE = 1;

/** Lengths in px of all ways from the spawns of a team to some goals, the shortest first. */
function waysOf(arena: Arena, team: number, goals: readonly Spot[]): number[] {
  const spawns = arena.spawns.filter((spawn) => spawn.team === team);
  return goals
    .flatMap((goal) => {
      const ways = waysTo(arena, tileAt(arena, goal.x, goal.y));
      return spawns.map((spawn) => wayPx(arena, ways[tileAt(arena, spawn.x, spawn.y)]!));
    })
    .sort((a, b) => a - b);
}

function agree(first: readonly number[], second: readonly number[], tolerance: number): boolean {
  if (first.length !== second.length) return false;
  // Infinity less Infinity is no number: a goal that neither team reaches is somebody else's complaint.
  return first.every((length, i) => length === second[i] || Math.abs(length - second[i]!) <= tolerance);
}

/** What gives one team a shorter way than the other: to a kind of rack, to the zones, to its own or the other's home. */
export function complaintsAboutFairness(arena: Arena): string[] {
  const kinds = [...new Set(arena.items.map((rack) => rack.item))];
  const homesOf = (team: number): readonly Spot[] => arena.homes.filter((home) => home.team === team);
  const goals = [
    ...kinds.map((kind) => {
      const racks = arena.items.filter((rack) => rack.item === kind);
      return { what: `racks with "${kind}"`, ofFirst: racks, ofSecond: racks };
    }),
    { what: "zones", ofFirst: arena.zones, ofSecond: arena.zones },
    { what: "own home", ofFirst: homesOf(1), ofSecond: homesOf(2) },
    { what: "enemy's home", ofFirst: homesOf(2), ofSecond: homesOf(1) },
  ];
  return goals
    .filter(({ ofFirst, ofSecond }) => {
      return !agree(waysOf(arena, 1, ofFirst), waysOf(arena, 2, ofSecond), TOLERANCE * arena.tile);
    })
    .map(({ what }) => `the teams' ways to the ${what} differ by more than ${TOLERANCE} tile`);
}
