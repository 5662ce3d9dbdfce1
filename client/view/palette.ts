/** How players are told apart, on the field and in the HUD. Knows no engine, so that the HUD need not load it. */
import { TeamId, teamOf } from "../../shared/content/index.ts";
import { settings } from "../settings/index.ts";

/** What a player carries on its drone and beside its name. */
export type Shape = "circle" | "triangle" | "square" | "diamond";

export interface PlayerLook {
  /** As CSS writes it, `#rrggbb`. */
  readonly colour: string;
  readonly shape: Shape;
}

/** Yellow is always you, whatever the slot: the one colour that nobody has to learn. */
export const OWN_COLOUR = "#f0e442";

/** A palette of the settings. */
type PaletteName = typeof settings.interface.palette.value;

/**
 * Hues of players, which keep apart from each other and from the yellow. The first two are those of the teams; the
 * order keeps neighbours in slot apart in hue and in lightness. The standard ones are those of Okabe and Ito without
 * their yellow, a compromise for every eye. The others were searched for one kind of eye each: as far apart as six can
 * be under it, and for all others too (docs/accessibility.md has the distances, palette.test.ts holds them).
 */
const HUES: Readonly<Record<PaletteName, readonly string[]>> = {
  standard: ["#56b4e9", "#d55e00", "#cc79a7", "#009e73", "#e69f00", "#0072b2"],
  deutan: ["#58abfc", "#c03c00", "#f7dcff", "#036981", "#fb7d8b", "#5c32ff"],
  protan: ["#79adfd", "#ca0000", "#54fcff", "#8e02fc", "#53a91c", "#1d7d8e"],
  tritan: ["#1b98f0", "#cb010a", "#3eeef9", "#207140", "#fd7dc7", "#a901fe"],
};

const SHAPES: readonly Shape[] = ["square", "triangle", "diamond", "circle"];

/** Looks of others and of oneself: by slot, and by `TeamId` (null for no team). */
interface Palette {
  readonly looks: readonly PlayerLook[];
  readonly ownLooks: readonly PlayerLook[];
  readonly teams: readonly ({ readonly theirs: PlayerLook; readonly own: PlayerLook } | null)[];
}

function createPalette(hues: readonly string[]): Palette {
  // Six hues times four shapes: beyond that a look repeats.
  const looks = Array.from({ length: hues.length * SHAPES.length }, (_, slot): PlayerLook => {
    // Each round through the hues shifts the shapes by one, so that 12 slots in a row differ (lcm of 6 and 4).
    const round = Math.floor(slot / 12);
    return { colour: hues[slot % hues.length]!, shape: SHAPES[(slot + round) % SHAPES.length]! };
  });
  return {
    looks,
    ownLooks: looks.map(({ shape }) => ({ colour: OWN_COLOUR, shape })),
    teams: Object.values(TeamId).map((id) => {
      const shape = teamOf(id)?.shape;
      if (shape === undefined) return null;
      return { theirs: { colour: hues[id - 1]!, shape }, own: { colour: OWN_COLOUR, shape } };
    }),
  };
}

const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  standard: createPalette(HUES.standard),
  deutan: createPalette(HUES.deutan),
  protan: createPalette(HUES.protan),
  tritan: createPalette(HUES.tritan),
};

/**
 * Colour and shape of a player in the palette of the settings: those of the team, or without teams those of the slot.
 * The shape is the same on every screen; the colour is yellow on the player's own screen. Allocates nothing, and is the
 * very same object as long as it looks the same.
 * @param team a `TeamId`; 0 for a mode without teams
 */
export function playerLook(slot: number, self: boolean, team = 0): PlayerLook {
  const { looks, ownLooks, teams } = PALETTES[settings.interface.palette.value];
  const teamLook = teams[team] ?? null;
  if (teamLook !== null) return self ? teamLook.own : teamLook.theirs;
  const list = self ? ownLooks : looks;
  return list[slot % list.length]!;
}

/** The colour of a team's players, as CSS writes it. @param team a `TeamId` other than none */
export function teamColour(team: number): string {
  return playerLook(0, false, team).colour;
}
