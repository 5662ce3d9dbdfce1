/** Bottom left: health, plating, dash, overclock. */
import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { DRONE } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { Meter } from "./meter.tsx";
import { WeaponInHand } from "./weapons.tsx";

/** Below this health the panel warns. */
export const LOW_HEALTH = 30;

export function Vitals() {
  const { store } = useHud();
  const share = useMemo(() => computed(() => store.health.value / DRONE.health), [store]);
  const low = store.health.value < LOW_HEALTH && store.alive.value;
  const watching = store.watching.value;
  if (watching && store.watched.value === null) return null;
  return (
    <section class={`panel vitals ${low ? "low" : ""}`}>
      <div class="vital">
        <span class="label">
          {low ? <WarningIcon /> : null}
          {t(low ? "hud.low" : "hud.health")}
        </span>
        <div class="bars">
          <Meter class="health" value={share} />
          <Plating />
        </div>
        <strong class="figure">{store.health}</strong>
      </div>
      {watching ? <WatchedWeapon /> : <Dash />}
      {watching ? null : <Overclock />}
    </section>
  );
}

/** Slanted plates under the bar of health, and how much of them is left. */
function Plating() {
  const { store } = useHud();
  const share = useMemo(() => computed(() => store.plating.value / DRONE.plating.most), [store]);
  const some = useMemo(() => computed(() => store.plating.value > 0), [store]);
  if (!some.value) return null;
  return (
    <div class="plates">
      <span class="spoken">{t("hud.plating")}</span>
      <Meter class="plating" value={share} />
      <small>{store.plating}</small>
    </div>
  );
}

function WatchedWeapon() {
  return (
    <div class="vital">
      <span class="label">{t("keys.weapon")}</span>
      <WeaponInHand />
    </div>
  );
}

/** The charges; struck out while a packet weighs the drone down. */
function Dash() {
  const laden = useHud().store.laden.value;
  return (
    <div class={`vital dash ${laden ? "laden" : ""}`}>
      <span class="label">{t("hud.dash")}</span>
      <div class="charges">
        {Array.from({ length: DRONE.dash.charges }, (_, index) => (
          <Charge key={index} index={index} />
        ))}
        {laden ? <span class="spoken">{t("hud.laden")}</span> : null}
      </div>
    </div>
  );
}

/** One dash charge: full, gathering, or waiting for its turn. */
function Charge(props: { index: number }) {
  const { store } = useHud();
  const value = useMemo(
    () =>
      computed(() => {
        const charges = store.dashCharges.value;
        if (props.index < charges) return 1;
        return props.index === charges ? store.dashProgress.value : 0;
      }),
    [store, props.index],
  );
  const ready = useMemo(() => computed(() => props.index < store.dashCharges.value), [store, props.index]);
  return <Meter class={`charge ${ready.value ? "ready" : ""}`} value={value} />;
}

/** Above the panel, while it lasts. */
function Overclock() {
  const seconds = useHud().store.overclock.value;
  if (seconds === 0) return null;
  return (
    <p class="panel overclock">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9.5 1 3 9h4l-1 6 6.5-8.5h-4Z" />
      </svg>
      {t("hud.overclock", { seconds })}
    </p>
  );
}

/** A triangle with a mark: says "careful" without a colour. */
function WarningIcon() {
  return (
    <svg class="warning" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.5 15 14.5H1Z" />
      <path class="mark" d="M8 6v4M8 11.7v.6" />
    </svg>
  );
}

/** A dim frame around the picture while health is low. */
export function LowHealthFrame() {
  const { store } = useHud();
  const low = store.alive.value && store.health.value < LOW_HEALTH;
  return <div class={`low-frame ${low ? "shown" : ""}`} aria-hidden="true" />;
}
