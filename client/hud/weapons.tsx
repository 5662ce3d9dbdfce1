/** Bottom right: the weapons by their keys, their rounds, the reload or the charge under way. */
import { WEAPONS, type Weapon, weaponOf } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { capsOf } from "./caps.ts";
import { useHud } from "./context.ts";
import { Meter } from "./meter.tsx";
import { WeaponIcon } from "./weaponIcon.tsx";

/** Every weapon keeps its place whether it is carried or not, so that the eye finds it where it was. */
export function Weapons() {
  if (useHud().store.watching.value) return null;
  return (
    <section class="panel weapons">
      {WEAPONS.map((weapon) => (
        <WeaponCard key={weapon.id} weapon={weapon} />
      ))}
    </section>
  );
}

/** A finger draws the weapon; for a mouse the card is not there, so that no shot is lost to it. */
function WeaponCard({ weapon }: { weapon: Weapon }) {
  const { store, actions } = useHud();
  const arm = store.arms[weapon.id]!;
  const [key] = capsOf(`draw-${weapon.key}`);
  const inHand = store.weapon.value === weapon.id;
  const carried = arm.carried.value;
  const empty = carried && arm.loaded.value === 0;
  const reloading = inHand && weapon.magazine !== null && store.reload.value < 1;
  const pulls = inHand ? store.dryPulls.value : 0;
  const classes = ["weapon", inHand ? "in-hand" : "", carried ? "" : "missing", empty ? "empty" : ""];
  return (
    <button
      type="button"
      class={classes.join(" ")}
      tabIndex={-1}
      aria-current={inHand}
      // Two names for one shake: a second pull begins it anew.
      data-dry={pulls === 0 ? undefined : pulls % 2}
      onPointerDown={() => actions.draw(weapon.id)}
    >
      {key === undefined ? null : <kbd>{key}</kbd>}
      <WeaponIcon weapon={weapon} />
      <strong>{t(`weapon.${weapon.key}`)}</strong>
      {carried ? <Rounds weapon={weapon} /> : <span class="spoken">{t("hud.missing")}</span>}
      {reloading ? <Meter class="reload" value={store.reload} /> : null}
      {inHand && weapon.chargeTicks > 0 ? <Meter class="charging" value={store.charge} /> : null}
    </button>
  );
}

/** What is loaded, large, and what is carried besides. */
function Rounds({ weapon }: { weapon: Weapon }) {
  const { loaded, spare } = useHud().store.arms[weapon.id]!;
  if (loaded.value < 0) return <span class="rounds endless">{t("hud.endless")}</span>;
  return (
    <span class="rounds">
      <span class="spoken">{t("hud.rounds", { loaded: loaded.value, spare: spare.value })}</span>
      <b aria-hidden="true">{loaded}</b>
      <small aria-hidden="true">{spare}</small>
    </span>
  );
}

/** What somebody who is watched holds. */
export function WeaponInHand() {
  return <strong>{t(`weapon.${weaponOf(useHud().store.weapon.value).key}`)}</strong>;
}
