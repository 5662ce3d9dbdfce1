/** Arcs around the own drone that point to whoever hurt you. */
import { useHud } from "./context.ts";

/** Damage that draws the thickest arc. */
const HEAVY = 30;

export function Wounds() {
  const { store, droneAt } = useHud();
  return (
    <div class="wounds" aria-hidden="true" style={{ transform: `translate(${droneAt.x}px, ${droneAt.y}px)` }}>
      {store.wounds.value.map(({ id, angle, damage }) => (
        <svg
          key={id}
          aria-hidden="true"
          viewBox="-100 -100 200 200"
          style={{ transform: `rotate(${angle}rad)` }}
        >
          <path d="M77 -40A87 87 0 0 1 77 40" stroke-width={3 + 6 * Math.min(1, damage / HEAVY)} />
          <path class="tip" d="M90 -7 99 0 90 7Z" />
        </svg>
      ))}
    </div>
  );
}
