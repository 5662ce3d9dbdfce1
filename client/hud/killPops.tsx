/** Own kills, below the drone: the point that each brings in every mode, and whom it was. */
import { useHud } from "./context.ts";
import { Player } from "./player.tsx";

/** For the eyes: a kill has a sound of its own. */
export function KillPops() {
  const { kills } = useHud().store;
  return (
    <ol class="kill-pops" aria-hidden="true">
      {kills.value.map(({ id, victim }) => (
        <li key={id}>
          <strong>+1</strong> <Player {...victim} />
        </li>
      ))}
    </ol>
  );
}
