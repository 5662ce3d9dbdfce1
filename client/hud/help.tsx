/** How to play, over the game. */
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { Dialog } from "./dialog.tsx";
import { KeyList } from "./keyList.tsx";
import { later } from "./later.tsx";

const Guide = later(() => import("./guide/guide.tsx").then((module) => module.Guide));

export function HelpDialog() {
  const { actions } = useHud();
  return (
    <Dialog heading={t("menu.howToPlay")} class="help" onEscape={actions.closeHelp}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse scrolls by arrow keys */}
      <section class="help-text" tabIndex={0} aria-label={t("menu.howToPlay")}>
        <KeyList />
        <Guide />
      </section>
      <button type="button" class="primary" autofocus onClick={actions.closeHelp}>
        {t("pause.resume")}
      </button>
    </Dialog>
  );
}
