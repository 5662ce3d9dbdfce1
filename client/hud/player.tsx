/** Players and teams in words: shape and name, so that nobody is told apart by colour alone. */
import type { Team } from "../../shared/content/index.ts";
import { playerLook, type Shape, teamColour } from "../view/palette.ts";
import { t } from "../words/index.ts";
import type { Person } from "./feed.ts";

/** Outlines in a box of 16 by 16, as the drones carry them. */
const PATHS: Readonly<Record<Shape, string>> = {
  circle: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  triangle: "M8 1.5 14.5 13h-13Z",
  square: "M2.5 2.5h11v11h-11Z",
  diamond: "M8 1 15 8 8 15 1 8Z",
};

function Mark({ shape }: { shape: Shape }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[shape]} />
    </svg>
  );
}

export function Player(props: Person) {
  const { colour, shape } = playerLook(props.slot, props.self, props.team);
  return (
    <span class="player" style={{ "--hue": colour }}>
      <Mark shape={shape} />
      {/* A name keeps its own direction whatever script it is in. */}
      <bdi>{props.name}</bdi>
    </span>
  );
}

/** A team by its shape, its colour and its name; `bare` leaves the name to screen readers. */
export function TeamName({ team, bare = false }: { team: Team; bare?: boolean }) {
  return (
    <span class="player" style={{ "--hue": teamColour(team.id) }}>
      <Mark shape={team.shape} />
      <span class={bare ? "spoken" : ""}>{t(`team.${team.key}`)}</span>
    </span>
  );
}
