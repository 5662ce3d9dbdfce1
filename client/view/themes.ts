/** What each hall is made of: a hue and a floor of its own, so that one look tells where you are. Knows no engine. */

/** Patterns of floors; `motifs.ts` paints them. */
export type Motif = "plates" | "court" | "lattice" | "cells" | "bays";

/** Colours of a hall in full light, as CSS writes them; the light takes them down from there. */
export interface Theme {
  readonly floor: string;
  readonly motif: Motif;
  /** Lines of the floor. */
  readonly line: string;
  readonly wall: string;
  /** The lit edge of walls. */
  readonly wallEdge: string;
  /** Outside the hall, before the light takes it down. */
  readonly beyond: string;
}

/**
 * All are greys of one lightness with a breath of a hue, none of it warm: warm is what is dangerous, and the colours of
 * players have to stand out from every floor.
 */
const FOUNDRY: Theme = {
  floor: "#576b86",
  motif: "plates",
  line: "rgb(226 238 255 / 0.1)",
  wall: "#7390b3",
  wallEdge: "#cfe0f2",
  beyond: "#20262f",
};

const THEMES: Readonly<Record<string, Theme>> = {
  foundry: FOUNDRY,
  courtyard: {
    floor: "#4d7473",
    motif: "court",
    line: "rgb(214 255 240 / 0.11)",
    wall: "#67998f",
    wallEdge: "#c9ece0",
    beyond: "#1c2928",
  },
  gallery: {
    floor: "#5f6086",
    motif: "lattice",
    line: "rgb(232 226 255 / 0.12)",
    wall: "#7c7cac",
    wallEdge: "#dad7f5",
    beyond: "#24232f",
  },
  gates: {
    floor: "#457690",
    motif: "cells",
    line: "rgb(206 244 255 / 0.12)",
    wall: "#5a9cb8",
    wallEdge: "#c4e9f5",
    beyond: "#1a2830",
  },
  yards: {
    floor: "#687370",
    motif: "bays",
    line: "rgb(236 246 232 / 0.11)",
    wall: "#8c9b93",
    wallEdge: "#dde8dc",
    beyond: "#252927",
  },
};

/** The looks of a map; of an unknown one those of the first. @param name key of the map */
export function themeOf(name: string): Theme {
  return THEMES[name] ?? FOUNDRY;
}
