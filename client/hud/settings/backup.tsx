/** All settings as text: to keep them, to take them elsewhere, or to give them up. */
import { useEffect, useRef, useState } from "preact/hooks";
import { settings } from "../../settings/index.ts";
import { t } from "../../words/index.ts";
import { copyText } from "../invite/copyText.ts";

/** How long a button says what it has done, or waits to be pressed again, in ms. */
const SAID_MS = 4000;

type Outcome = "exported" | "selected" | "imported" | "refused" | "resetSure";

export function Backup() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    const target = field.current;
    if (target === null) return;
    const text = settings.exported();
    target.value = text;
    setOutcome((await copyText(text, target)) ? "exported" : "selected");
  }

  function take(): void {
    setOutcome(settings.imported(field.current?.value.trim() ?? "") ? "imported" : "refused");
  }

  /** The first press asks: nothing brings back what the second one throws away. */
  function reset(): void {
    if (outcome === "resetSure") {
      settings.reset();
      setOutcome(null);
    } else setOutcome("resetSure");
  }

  const said = outcome === "imported" || outcome === "refused" ? outcome : null;
  const copied = outcome === "exported" || outcome === "selected" ? outcome : "export";
  return (
    <div class="backup">
      <label for="settings-text">{t("settings.text")}</label>
      <input
        ref={field}
        id="settings-text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="settings-said"
        placeholder={settings.exported()}
      />
      <p id="settings-said" class="problem" role="status">
        {said === null ? "" : t(`settings.${said}`)}
      </p>
      <div class="choices">
        <button type="button" onClick={copy}>
          {t(`settings.${copied}`)}
        </button>
        <button type="button" onClick={take}>
          {t("settings.import")}
        </button>
        <button type="button" class="quiet" onClick={reset}>
          {t(outcome === "resetSure" ? "settings.resetSure" : "settings.reset")}
        </button>
      </div>
    </div>
  );
}
