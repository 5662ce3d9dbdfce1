import { DRONE } from "./drone.ts";
import { lastingDamagePerSecond, reachOf } from "./figures.ts";
import type { Item } from "./items.ts";
import type { MEDALS } from "./medals.ts";
import type { Mode } from "./modes.ts";
import type { Team } from "./teams.ts";
import type { BotStrength, Temperament } from "./temperaments.ts";
import { TICK_S } from "./time.ts";
import type { Blast, Magazine, Weapon } from "./weapons.ts";

/** All tables of the content. */
export interface Content {
  readonly weapons: readonly Weapon[];
  /** Id of the weapon that everybody has. */
  readonly starter: number;
  readonly items: readonly Item[];
  readonly modes: readonly Mode[];
  readonly teams: readonly Team[];
  readonly medals: readonly { readonly [K in keyof (typeof MEDALS)[number]]: string }[];
  readonly temperaments: readonly Temperament[];
  readonly strengths: readonly BotStrength[];
}

/** What the fields that carry them can hold; the widths are in shared/state. */
const UINT8 = 255;
const INT16 = 32_767;
const UINT16 = 65_535;
/** px between the distances at which weapons are compared. */
const STEP = 10;
/** No blast reaches farther than this many px: about a third of what a window shows. */
const LARGEST_BLAST = 200;

/** Says that a number is out of its range, or no number at all. */
function range(name: string, value: number, min: number, max: number): string[] {
  return value >= min && value <= max ? [] : [`${name} is ${value}, not ${min} to ${max}`];
}

/** As `range`, for what is counted: ticks, rounds, health. */
function count(name: string, value: number, min: number, max: number): string[] {
  return Number.isInteger(value) ? range(name, value, min, max) : [`${name} is ${value}, no whole number`];
}

function text(name: string, value: string): string[] {
  return value.trim() === "" ? [`${name} is empty`] : [];
}

/** Things that are meant to be told apart by something and share it. */
function twins(name: string, values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    const known = seen.has(value);
    seen.add(value);
    return known ? [`the ${name} "${value}" is there twice`] : [];
  });
}

function aboutMagazine(weapon: Weapon, magazine: Magazine): string[] {
  const { rounds, reloadTicks, spare, racked } = magazine;
  return [
    ...count("magazine.rounds", rounds, weapon.rounds, UINT8),
    ...count("magazine.reloadTicks", reloadTicks, 1, UINT8),
    // A drop carries all rounds of its weapon in one byte.
    ...count("magazine.spare", spare, 0, UINT8 - rounds),
    ...count("magazine.racked", racked, weapon.rounds, rounds + spare),
    ...(rounds % weapon.rounds === 0 ? [] : [`magazine.rounds ${rounds} leave a part of a pull over`]),
  ];
}

function aboutBlast({ radius, damage, rim }: Blast): string[] {
  return [
    ...range("blast.radius", radius, DRONE.radius, LARGEST_BLAST),
    ...count("blast.damage", damage, 1, UINT8),
    ...count("blast.rim", rim, 0, damage),
  ];
}

/** A shot is looked at once a tick: one that flies farther than it is wide, with its target, could be seen to pass it. */
function aboutSpeed(speed: number, boltRadius: number): string[] {
  const most = (DRONE.radius + boltRadius) / TICK_S;
  return [
    ...range("boltRadius", boltRadius, 1, DRONE.radius - 1),
    ...(speed > DRONE.speed ? [] : [`speed ${speed} is no more than that of a drone`]),
    ...(speed <= most ? [] : [`speed ${speed} crosses more in a tick than the shot and a drone are wide`]),
  ];
}

function aboutKind(weapon: Weapon): string[] {
  const { kind, damage, range: reach, muzzle, spread } = weapon;
  const aimed = [
    ...range("muzzle", muzzle, DRONE.radius, 2 * DRONE.radius),
    ...range("range", reach, muzzle, UINT16),
    ...range("spread", spread, 0, Math.PI / 2),
  ];
  switch (kind) {
    case "hitscan":
      return [...aimed, ...count("damage", damage, 1, DRONE.health)];
    case "bolt":
      return [
        ...aimed,
        ...count("damage", damage, 1, DRONE.health),
        ...aboutSpeed(weapon.speed, weapon.boltRadius),
        ...(weapon.pellets === 1 ? [] : ["a bolt has one pellet"]),
      ];
    case "grenade":
      return [
        ...aimed,
        ...aboutBlast(weapon.blast),
        ...aboutSpeed(weapon.speed, weapon.boltRadius),
        ...range("bounce", weapon.bounce, 0, 1),
        ...count("fuseTicks", weapon.fuseTicks, 1, UINT16),
        ...(weapon.blast.radius > weapon.boltRadius ? [] : ["the blast is no larger than the grenade"]),
      ];
    case "mine":
      return [
        ...aboutBlast(weapon.blast),
        ...count("armTicks", weapon.armTicks, 1, UINT16),
        ...count("lifeTicks", weapon.lifeTicks, weapon.armTicks + 1, UINT16),
        ...count("most", weapon.most, 1, UINT8),
        ...range("triggerRadius", weapon.triggerRadius, DRONE.radius, weapon.blast.radius),
        // What cannot be noticed before it goes off cannot be avoided.
        ...range("noticeRadius", weapon.noticeRadius, weapon.triggerRadius * 1.5, UINT16),
      ];
  }
}

function aboutWeapon(weapon: Weapon, index: number, starter: number): string[] {
  const { magazine, cooldownTicks, roundGapTicks, rounds } = weapon;
  const isStarter = weapon.id === starter;
  const complaints = [
    ...(weapon.id === index ? [] : [`its id is ${weapon.id}, its place ${index}`]),
    ...text("name", weapon.name),
    ...text("idea", weapon.idea),
    ...count("cooldownTicks", cooldownTicks, 1, UINT8),
    ...count("chargeTicks", weapon.chargeTicks, 0, UINT8),
    ...count("drawTicks", weapon.drawTicks, 1, UINT8),
    ...count("rounds", rounds, 1, UINT8),
    ...count("pellets", weapon.pellets, 1, UINT8),
    ...count("roundGapTicks", roundGapTicks, rounds > 1 ? 1 : 0, UINT8),
    // A pull is over before the next one may begin.
    ...((rounds - 1) * roundGapTicks < cooldownTicks ? [] : ["a pull takes longer than its cooldown"]),
    ...(magazine === null ? [] : aboutMagazine(weapon, magazine)),
    ...(isStarter === (magazine === null) ? [] : ["the starter, and no other, goes without a magazine"]),
    ...aboutKind(weapon),
  ];
  return complaints.map((complaint) => `weapon ${weapon.key}: ${complaint}`);
}

/**
 * A weapon that in the long run out-damages every other one at each distance of its reach leaves no reason for those.
 * Mines, which are laid and not aimed, are not compared.
 */
function aboutDominance(all: readonly Weapon[]): string[] {
  const weapons = all.filter(({ kind }) => kind !== "mine");
  const distancesOf = (weapon: Weapon): number[] =>
    Array.from({ length: Math.floor(reachOf(weapon) / STEP) }, (_, i) => (i + 1) * STEP);
  return weapons
    .filter((weapon) =>
      distancesOf(weapon).every((distance) =>
        weapons.every(
          (other) =>
            other === weapon ||
            lastingDamagePerSecond(weapon, distance) > lastingDamagePerSecond(other, distance),
        ),
      ),
    )
    .map(({ key }) => `weapon ${key}: it out-damages all others at every distance of its reach`);
}

function aboutGift({ gift }: Item, weapons: readonly Weapon[]): string[] {
  switch (gift.kind) {
    case "health":
      return count("health", gift.amount, 1, DRONE.health);
    case "plating":
      return count("plating", gift.amount, 1, DRONE.plating.most);
    case "overclock":
      return count("overclock", gift.ticks, 1, UINT16);
    case "ammo":
      return [];
    case "weapon": {
      const weapon = weapons.find(({ key }) => key === gift.weapon);
      if (weapon === undefined) return [`there is no weapon "${gift.weapon}"`];
      return weapon.magazine === null ? ["it gives what everybody has"] : [];
    }
  }
}

function aboutItem(item: Item, index: number, weapons: readonly Weapon[]): string[] {
  const complaints = [
    ...((item.kind as number) === index ? [] : [`its kind is ${item.kind}, its place ${index}`]),
    ...text("name", item.name),
    ...range("reach", item.reach, DRONE.radius, 3 * DRONE.radius),
    ...count("respawnTicks", item.respawnTicks, 1, UINT16),
    ...aboutGift(item, weapons),
  ];
  return complaints.map((complaint) => `item ${item.key}: ${complaint}`);
}

/** A weapon that lies nowhere could as well not be there. */
function aboutRacks({ weapons, items, starter }: Content): string[] {
  return weapons
    .filter(({ id, key }) => {
      const isGiven = items.some(({ gift }) => gift.kind === "weapon" && gift.weapon === key);
      return id !== starter && !isGiven;
    })
    .map(({ key }) => `weapon ${key}: no item gives it`);
}

function aboutMode(mode: Mode, index: number): string[] {
  const complaints = [
    ...((mode.id as number) === index ? [] : [`its id is ${mode.id}, its place ${index}`]),
    ...text("name", mode.name),
    ...text("brief", mode.brief),
    ...text("unit", mode.unit),
    // Scores of players are signed.
    ...count("goal", mode.goal, 1, INT16),
    ...range("selfDamage", mode.selfDamage, 0, 1),
    ...range("teamDamage", mode.teamDamage, 0, 1),
    ...count("respawnTicks", mode.respawnTicks, 1, UINT16),
  ];
  return complaints.map((complaint) => `mode ${mode.key}: ${complaint}`);
}

function aboutTeams(teams: readonly Team[]): string[] {
  const colours = teams.filter(({ colour }) => !/^#[0-9a-f]{6}$/.test(colour));
  return [
    ...(teams.length === 2 ? [] : [`there are ${teams.length} teams, not 2`]),
    ...teams.flatMap(({ key, name }) => text(`team ${key}: name`, name)),
    ...colours.map(({ key, colour }) => `team ${key}: "${colour}" is no colour`),
    ...twins(
      "colour",
      teams.map(({ colour }) => colour),
    ),
    ...twins(
      "shape",
      teams.map(({ shape }) => shape),
    ),
  ];
}

function aboutMinds({ temperaments, strengths }: Content): string[] {
  const parts = ["aggression", "caution", "patience", "zeal", "mines"] as const;
  return [
    ...temperaments.flatMap((temperament) =>
      [
        ...text("name", temperament.name),
        ...text("idea", temperament.idea),
        ...parts.flatMap((part) => range(part, temperament[part], 0, 1)),
        ...range("distance", temperament.distance, -1, 1),
      ].map((complaint) => `temperament ${temperament.key}: ${complaint}`),
    ),
    ...strengths.flatMap(({ key, name, skill }, i) =>
      [
        ...text("name", name),
        ...range("skill", skill, 0, 1),
        ...(i === 0 || skill > strengths[i - 1]!.skill ? [] : ["it is no stronger than the one before"]),
      ].map((complaint) => `strength ${key}: ${complaint}`),
    ),
  ];
}

/** Pictures, by file name in assets/art without its end, that the tables cannot be shown without. */
export function picturesFor({ weapons, items, teams }: Content): string[] {
  return [
    ...weapons.map(({ key }) => `barrel-${key}`),
    ...items.map(({ key }) => `item-${key}`),
    ...teams.flatMap(({ shape }) => [`badge-${shape}`, `home-${shape}`]),
  ];
}

/**
 * What is wrong with the content, as sentences for whoever adds to it; empty when the game can be played with it.
 * @param pictures names of the pictures that there are
 */
export function complaintsAboutContent(content: Content, pictures: readonly string[]): string[] {
  const { weapons, starter, items, modes, teams, medals } = content;
  const keyed = { weapon: weapons, item: items, mode: modes, team: teams, medal: medals };
  return [
    ...weapons.flatMap((weapon, index) => aboutWeapon(weapon, index, starter)),
    ...aboutDominance(weapons),
    ...items.flatMap((item, index) => aboutItem(item, index, weapons)),
    ...aboutRacks(content),
    ...modes.flatMap(aboutMode),
    ...aboutTeams(teams),
    ...medals.flatMap(({ key, name, what }) => [
      ...text(`medal ${key}: name`, name),
      ...text(`medal ${key}: what`, what),
    ]),
    ...aboutMinds(content),
    ...Object.entries(keyed).flatMap(([name, table]) =>
      twins(
        name,
        table.map(({ key }) => key),
      ),
    ),
    ...picturesFor(content)
      .filter((picture) => !pictures.includes(picture))
      .map((picture) => `there is no picture "${picture}"`),
  ];
}
