import { MODES, WEAPONS } from "../../shared/content/index.ts";
import { percent } from "./bounds.ts";
import type { Outcome } from "./play.ts";
import { azureRate, sidesOf, type Totals, teamsIn, totalsOf } from "./totals.ts";

/** Numbers of a table in columns of one width, the first of them to the left. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => {
    const cells = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
    return `  ${cells.join("  ")}`;
  });
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function sidesRow(name: string, outcomes: readonly Outcome[]): string[] {
  const sides = sidesOf(outcomes);
  const { azure, ember, draws } = sides;
  return [name, whole(azure), whole(ember), whole(draws), percent(azureRate(sides))];
}

/** Who won the team matches: all of them, by mode and by map. */
export function sidesLines(outcomes: readonly Outcome[]): string[] {
  const matches = outcomes.filter(({ fixture }) => teamsIn(fixture.mode));
  if (matches.length === 0) return [];
  const arenas = [...new Set(matches.map(({ fixture }) => fixture.arena))];
  const modes = MODES.filter(({ key }) => matches.some(({ fixture }) => fixture.mode === key));
  const of = (test: (outcome: Outcome) => boolean): Outcome[] => matches.filter(test);
  return [
    "team matches won",
    ...table([
      ["", "azure", "ember", "draws", "azure of decided"],
      sidesRow("all", matches),
      ...modes.map(({ key, name }) =>
        sidesRow(
          name,
          of(({ fixture }) => fixture.mode === key),
        ),
      ),
      ...arenas.map((arena) =>
        sidesRow(
          arena,
          of(({ fixture }) => fixture.arena === arena),
        ),
      ),
    ]),
  ];
}

/** What each weapon was good for. */
export function weaponLines({ kills, killsWith, shots, hits, heldS }: Totals): string[] {
  const held = heldS.reduce((sum, seconds) => sum + seconds, 0);
  return [
    "weapons",
    ...table([
      ["", "kills", "of all kills", "time in hand", "kills a minute in hand", "accuracy"],
      ...WEAPONS.map(({ id, name }) => [
        name,
        whole(killsWith[id]!),
        percent(killsWith[id]! / kills),
        percent(heldS[id]! / held),
        (killsWith[id]! / (heldS[id]! / 60)).toFixed(2),
        percent(hits[id]! / shots[id]!),
      ]),
    ]),
  ];
}

/** How rounds went, mode by mode. */
export function roundLines(outcomes: readonly Outcome[]): string[] {
  const rows = MODES.flatMap(({ key, name }) => {
    const own = outcomes.filter(({ fixture }) => fixture.mode === key);
    if (own.length === 0) return [];
    const { matches, lengths, endings, kills, playS, droneS, deaths } = totalsOf(own);
    const best = own.reduce((sum, outcome) => sum + outcome.best, 0) / own.length;
    return [
      [
        name,
        whole(matches),
        `${lengths.mean.toFixed(0)} s`,
        `${lengths.shortest.toFixed(0)} s`,
        `${lengths.longest.toFixed(0)} s`,
        percent(endings.goal / matches),
        percent(endings.time / matches),
        percent(endings.overtime / matches),
        best.toFixed(1),
        (kills / (playS / 60)).toFixed(1),
        `${(droneS / deaths).toFixed(1)} s`,
      ],
    ];
  });
  const head = ["", "rounds", "mean", "shortest", "longest", "by goal", "by time", "in overtime"];
  return [
    "rounds, in time of play",
    ...table([[...head, "best score", "kills/min", "between deaths"], ...rows]),
  ];
}

/** What was taken from racks. */
export function itemLines({ taken, playS }: Totals): string[] {
  const sorted = [...taken].sort(([, a], [, b]) => b - a);
  return [
    `items taken a minute: ${sorted.map(([key, n]) => `${key} ${(n / (playS / 60)).toFixed(1)}`).join(", ")}`,
  ];
}

/** The kills in numbers. */
export function killLines({ kills, deaths, playS, droneS }: Totals): string[] {
  const perMinute = (kills / (playS / 60)).toFixed(1);
  const between = (droneS / deaths).toFixed(1);
  return [
    `kills ${whole(kills)}, ${perMinute} a minute; a drone is destroyed every ${between} s of play`,
    `deaths by one's own hand ${whole(deaths - kills)}`,
  ];
}
