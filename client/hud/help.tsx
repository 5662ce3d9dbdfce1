/** How to play, over the game. */
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { Dialog } from "./dialog.tsx";
import { KeyList } from "./keyList.tsx";

export function HelpDialog() {
  const { actions } = useHud();
  return (
    <Dialog heading={t("menu.howToPlay")} class="help" onEscape={actions.closeHelp}>
      <KeyList />
      <button type="button" class="primary" autofocus onClick={actions.closeHelp}>
        {t("pause.resume")}
      </button>
    </Dialog>
  );
}
