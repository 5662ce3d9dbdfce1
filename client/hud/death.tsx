/** While you wait to come back: who it was, with what, and for how long. */
import { weaponOf } from "../../shared/content/index.ts";
import { phrase, t, tenths } from "../words/index.ts";
import { useHud } from "./context.ts";
import { Player } from "./player.tsx";

export function DeathScreen() {
  const { store } = useHud();
  const death = store.death.value;
  const left = store.respawnTenths.value;
  return (
    <section class="death">
      <p class="cause">
        {death === null
          ? t("death.unknown")
          : death.killer === null
            ? t("death.self")
            : phrase("death.by", { who: <Player key="who" {...death.killer} /> })}
      </p>
      {death === null || death.killer === null ? null : (
        <p class="detail">
          <strong>{t(`weapon.${weaponOf(death.weapon).key}`)}</strong>
          {death.hits === 0 ? null : (
            <span>{t("death.damage", { n: death.hits, damage: death.damage })}</span>
          )}
        </p>
      )}
      {death === null || death.killer === null || death.link === null ? null : (
        <p class="seen">{t("death.seen", { name: death.killer.name, ...death.link })}</p>
      )}
      <p class="countdown">
        {left === 0 ? t("death.soon") : t("death.back", { seconds: tenths(left / 10) })}
      </p>
    </section>
  );
}
