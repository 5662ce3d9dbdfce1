import { lastingDamagePerSecond, quickDamagePerSecond } from "../../shared/content/figures.ts";
import {
  type Gift,
  ITEMS,
  type Item,
  MEDALS,
  MODES,
  STRENGTHS,
  TEAMS,
  TEMPERAMENTS,
  TICK_HZ,
  WEAPONS,
  type Weapon,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { DISTANCES, MEASURED_PLATING, timeToKill } from "./measure.ts";

type Row = readonly string[];

/** A table in Markdown. */
function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Ticks as seconds, without needless zeros. */
function inSeconds(ticks: number): string {
  return `${Number((ticks / TICK_HZ).toFixed(2))} s`;
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** What one pull of the trigger does, in words. */
function damageOf(weapon: Weapon): string {
  switch (weapon.kind) {
    case "bolt":
    case "hitscan": {
      const shots = [weapon.rounds, weapon.pellets].filter((n) => n > 1).map((n) => `${n} × `);
      return `${shots.join("")}${weapon.damage}`;
    }
    case "grenade":
    case "mine":
      return `${weapon.blast.damage}, ${weapon.blast.rim} at ${weapon.blast.radius} px`;
  }
}

function rangeOf(weapon: Weapon): string {
  return weapon.kind === "mine" ? `lies, ${weapon.triggerRadius} px` : `${weapon.range} px`;
}

/** Damage a second at arm's length; mines are not fired at anybody. */
function rate(weapon: Weapon, of: (weapon: Weapon, distance: number) => number): string {
  return weapon.kind === "mine" ? "" : of(weapon, DISTANCES.near).toFixed(0);
}

function weaponTable(): string {
  return table(
    [
      "Weapon",
      "Damage",
      "Quick",
      "Lasting",
      "Range",
      "Draw",
      "Charge",
      "Magazine",
      "Reload",
      "A rack gives",
      "Carried at most",
    ],
    WEAPONS.map((weapon) => {
      const { magazine } = weapon;
      return [
        weapon.name,
        damageOf(weapon),
        rate(weapon, quickDamagePerSecond),
        rate(weapon, lastingDamagePerSecond),
        rangeOf(weapon),
        inSeconds(weapon.drawTicks),
        weapon.chargeTicks === 0 ? "" : inSeconds(weapon.chargeTicks),
        magazine === null ? "endless" : String(magazine.rounds),
        magazine === null ? "" : inSeconds(magazine.reloadTicks),
        magazine === null ? "" : String(magazine.racked),
        magazine === null ? "" : String(magazine.rounds + magazine.spare),
      ];
    }),
  );
}

function killTable(): string {
  const cell = (weapon: Weapon, distance: number, plating: number): string => {
    const time = timeToKill(weapon, distance, plating);
    return time === null ? "-" : `${time.toFixed(2)} s`;
  };
  const { near, mid, far } = DISTANCES;
  const columns = [0, MEASURED_PLATING].flatMap((plating) =>
    [near, mid, far].map((distance) => ({ plating, distance })),
  );
  return table(
    ["Weapon", ...columns.map(({ plating, distance }) => `${distance} px${plating > 0 ? ", plated" : ""}`)],
    WEAPONS.filter(({ kind }) => kind !== "mine").map((weapon) => [
      weapon.name,
      ...columns.map(({ plating, distance }) => cell(weapon, distance, plating)),
    ]),
  );
}

function giftOf(gift: Gift): string {
  switch (gift.kind) {
    case "health":
      return `${gift.amount} health`;
    case "plating":
      return `${gift.amount} plating`;
    case "overclock":
      return `weapons half as fast again for ${inSeconds(gift.ticks)}`;
    case "ammo":
      return "one magazine for each weapon that is carried";
    case "weapon": {
      const weapon = weaponOf(WeaponId[gift.weapon]);
      return `${weapon.name} with ${weapon.magazine?.racked ?? 0} rounds`;
    }
  }
}

function itemRow(item: Item): Row {
  return [item.name, giftOf(item.gift), inSeconds(item.respawnTicks)];
}

/** The page about all content, as Markdown. */
export function contentPage(): string {
  const mine = WEAPONS.find((weapon) => weapon.kind === "mine")!;
  const sections = [
    `# The content

Everything here is made from the tables in \`shared/content\` by \`npm run content:table\`, and a test compares it.
What makes a table refused is in \`shared/content/validate.ts\`; how the numbers play is what \`npm run sim\` tells.`,
    "## Weapons",
    WEAPONS.map(({ name, idea }) => `- **${name}**: ${idea}`).join("\n"),
    weaponTable(),
    `*Quick* is damage a second while the magazine lasts, *lasting* with reloads counted, both at ${DISTANCES.near} px and with a
perfect aim. A mine is armed after ${inSeconds(mine.armTicks)}, seen by enemies within ${mine.noticeRadius} px, gone after
${inSeconds(mine.lifeTicks)}; a player has ${mine.most} of them out at most.`,
    "## Time to kill",
    `Measured in the game: from the press of the trigger to the end of a drone that stands still, with a perfect aim; plated means
${MEASURED_PLATING} plating on top of full health. \`-\` is out of range.`,
    killTable(),
    "## Items",
    table(["Item", "Gives", "Is back after"], ITEMS.map(itemRow)),
    "## Modes",
    table(
      ["Mode", "", "Goal", "Back in play after", "Own blast hurts", "Mates are hurt"],
      MODES.map((mode) => [
        mode.name,
        mode.brief,
        `${mode.goal} ${mode.unit}`,
        inSeconds(mode.respawnTicks),
        percent(mode.selfDamage),
        mode.teams ? percent(mode.teamDamage) : "",
      ]),
    ),
    "## Teams",
    table(
      ["Team", "Colour", "Shape"],
      TEAMS.map(({ name, colour, shape }) => [name, `\`${colour}\``, shape]),
    ),
    "## Medals",
    table(
      ["Medal", "For"],
      MEDALS.map(({ name, what }) => [name, what]),
    ),
    "## Bots",
    `Strengths: ${STRENGTHS.map(({ name, skill }) => `${name} (${skill})`).join(", ")}. Each bot has a temperament besides:`,
    table(
      ["Temperament", "", "Aggression", "Caution", "Patience", "Distance", "Zeal", "Mines"],
      TEMPERAMENTS.map((t) => [
        t.name,
        t.idea,
        ...[t.aggression, t.caution, t.patience, t.distance, t.zeal, t.mines].map(String),
      ]),
    ),
  ];
  return `${sections.join("\n\n")}\n`;
}
