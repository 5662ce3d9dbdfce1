/** What there is to know besides the keys: what each mode is about, what each weapon is good for, and what lies on racks. */
import type { ComponentChildren } from "preact";
import { type Gift, ITEMS, MODES, TICK_HZ, WEAPONS } from "../../../shared/content/index.ts";
import { t } from "../../words/index.ts";
import "../../style/guide.css";
import { Dialog } from "../dialog.tsx";
import { contentFrame, Sprite } from "./sprite.tsx";

function Entry({ picture, name, says }: { picture?: ComponentChildren; name: string; says: string }) {
  return (
    <li>
      {picture}
      <strong>{name}</strong>
      <span>{says}</span>
    </li>
  );
}

const seconds = (ticks: number): number => Math.round(ticks / TICK_HZ);

/** What an item does for who takes it. Weapons have their own list. */
function giftSays(gift: Exclude<Gift, { kind: "weapon" }>): string {
  switch (gift.kind) {
    case "health":
    case "plating":
      return t(`gift.${gift.kind}`, { amount: gift.amount });
    case "overclock":
      return t("gift.overclock", { seconds: seconds(gift.ticks) });
    case "ammo":
      return t("gift.ammo");
  }
}

export function Guide() {
  return (
    <div class="guide">
      <h3>{t("guide.modes")}</h3>
      <ul>
        {MODES.map(({ key }) => (
          <Entry key={key} name={t(`mode.${key}`)} says={t(`brief.${key}`)} />
        ))}
      </ul>
      <h3>{t("guide.weapons")}</h3>
      <ul>
        {WEAPONS.map((weapon) => (
          <Entry
            key={weapon.key}
            picture={<Sprite frame={contentFrame(weapon.key)} />}
            name={t(`weapon.${weapon.key}`)}
            says={t(`about.${weapon.key}`)}
          />
        ))}
      </ul>
      <h3>{t("guide.items")}</h3>
      <ul>
        {ITEMS.map(({ key, gift, respawnTicks }) =>
          gift.kind === "weapon" ? null : (
            <Entry
              key={key}
              picture={<Sprite frame={contentFrame(key)} />}
              name={t(`item.${key}`)}
              says={`${giftSays(gift)} ${t("guide.back", { seconds: seconds(respawnTicks) })}`}
            />
          ),
        )}
      </ul>
    </div>
  );
}

export function GuideDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog heading={t("menu.howToPlay")} class="guide-dialog" onEscape={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse scrolls by arrow keys */}
      <section class="guide-text" tabIndex={0} aria-label={t("menu.howToPlay")}>
        <Guide />
      </section>
      <button type="button" class="primary" autofocus onClick={onClose}>
        {t("settings.close")}
      </button>
    </Dialog>
  );
}
