/** Which mode to play: any of them by vote, or one for good. */
import type { ModeKey } from "../../shared/content/index.ts";
import { ANY_MODE } from "../../shared/protocol.ts";
import { t } from "../words/index.ts";

export function ModeChoice(props: {
  /** Null until the server has said what it plays: the place is kept for it. */
  offered: readonly ModeKey[] | null;
  chosen: string;
  disabled: boolean;
  onChoose: (mode: string) => void;
}) {
  const { offered, disabled, onChoose } = props;
  if (offered !== null && offered.length < 2) return null;
  const modes = offered ?? [];
  // What is not played here is not forgotten, but it cannot be had.
  const chosen = modes.find((mode) => mode === props.chosen) ?? ANY_MODE;
  const cap = (mode: string, name: string) => (
    <button
      key={mode}
      type="button"
      aria-pressed={chosen === mode}
      disabled={disabled}
      onClick={() => onChoose(mode)}
    >
      {name}
    </button>
  );
  return (
    <fieldset class="modes">
      <legend>{t("menu.mode")}</legend>
      {offered === null ? null : cap(ANY_MODE, t("menu.anyMode"))}
      {modes.map((mode) => cap(mode, t(`mode.${mode}`)))}
    </fieldset>
  );
}
