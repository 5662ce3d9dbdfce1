import type { Arena } from "../../shared/arena/index.ts";
import { ITEMS, MODES, TEAMS } from "../../shared/content/index.ts";
import { LETTERS } from "./picture.ts";

const INTRODUCTION = `# The maps

Each map is drawn as text in \`tools/maps/drawings\`, one half of it; the other half follows by half a turn or in the
mirror, and with it fairness between the teams. \`npm run maps\` writes the Tiled files in \`assets/maps\`,
\`npm run maps:pictures\` this page and its pictures. Both are compared with the drawings by a test, and
\`shared/arena/validate.ts\` says what else a map has to fulfil.

A map may as well be made in [Tiled](https://www.mapeditor.org) alone, without a drawing: tile layers \`floor\` and
\`walls\` with \`tiles.png\`, object layers of points \`spawns\`, \`items\` (the class is the key of the item) and \`goals\`
(classes \`zone\` and \`home\`). \`readTiled\` in \`shared/arena\` names the properties. Once it lies in \`assets/maps\` and
its property \`listed\` is set, it is checked like the others.
`;

/** Racks of an arena as "2 Rail", in the order of the content. */
function racksOf(arena: Arena): string {
  return ITEMS.map(({ key, name }) => ({ name, count: arena.items.filter((r) => r.item === key).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
    .join(", ");
}

function modesOf(arena: Arena): string {
  return MODES.filter((mode) => arena.modes.includes(mode.key))
    .map((mode) => mode.name)
    .join(", ");
}

function sectionOf(arena: Arena): string {
  const { min, max } = arena.players;
  return `
## ${arena.title}

${arena.idea}

![${arena.title} from above](images/maps/${arena.name}.png)

| | |
|---|---|
| Size | ${arena.columns} by ${arena.rows} tiles |
| Players | ${min} to ${max} |
| Modes | ${modesOf(arena)} |
| Racks | ${racksOf(arena)} |
`;
}

/** The page about all maps, as Markdown. */
export function mapsPage(arenas: readonly Arena[]): string {
  const letters = ITEMS.map(({ key, name }) => `${LETTERS[key]} ${name}`).join(", ");
  const teams = TEAMS.map(({ id, name, shape }) => `${shape}s are spawns of team ${id}, ${name}`).join(", ");
  const legend = `
In the pictures, rings with a letter are racks: ${letters}.
Dashed circles are zones of Uplink; large signs with a number are the homes of Courier.
Small open circles are spawns for anybody, full ${teams}.
`;
  return INTRODUCTION + legend + arenas.map(sectionOf).join("");
}
