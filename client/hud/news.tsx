/** Short news on the page: notices below the clock, and above the vitals what was picked up. */
import { teamOf } from "../../shared/content/index.ts";
import { useHud } from "./context.ts";
import { Medal } from "./medal.tsx";
import { TeamName } from "./player.tsx";

/** Read out by the announcer of the HUD. */
export function Notices() {
  const { notices } = useHud().store;
  return (
    <ol class="notices" aria-hidden="true">
      {notices.value.map(({ id, says, team, medal }) => {
        const side = teamOf(team);
        return (
          <li key={id} class={medal === null ? "" : "earned"}>
            {side === null ? null : <TeamName team={side} bare />}
            {medal === null ? null : <Medal medal={medal} />}
            {says}
          </li>
        );
      })}
    </ol>
  );
}

export function Gains() {
  const { gains } = useHud().store;
  return (
    <ol class="gains" aria-hidden="true">
      {gains.value.map(({ id, says }) => (
        <li key={id}>+ {says}</li>
      ))}
    </ol>
  );
}
