/** Teams as they travel. Without teams everybody is of none, and everybody's enemy. */
export const TeamId = { none: 0, azure: 1, ember: 2 } as const;
export type TeamKey = keyof typeof TeamId;
export type TeamId = (typeof TeamId)[TeamKey];

export interface Team {
  readonly id: TeamId;
  readonly key: TeamKey;
  readonly name: string;
  /** As CSS writes it; hues of Okabe and Ito that stay apart for every kind of colour blindness. */
  readonly colour: string;
  /** Told by the shape as well, for colour is never alone. */
  readonly shape: "circle" | "diamond";
}

/** The teams of a team mode. */
export const TEAMS: readonly Team[] = [
  { id: TeamId.azure, key: "azure", name: "Azure", colour: "#56b4e9", shape: "circle" },
  { id: TeamId.ember, key: "ember", name: "Ember", colour: "#d55e00", shape: "diamond" },
];

/** The team of an id; null for none. */
export function teamOf(id: number): Team | null {
  return TEAMS.find((team) => team.id === id) ?? null;
}

/** The other team; none for none. */
export function otherTeam(id: number): TeamId {
  return id === TeamId.azure ? TeamId.ember : id === TeamId.ember ? TeamId.azure : TeamId.none;
}
