/** What would make the game better here: said once, and gone for good when it was read. */
import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { recall, remember } from "../settings/index.ts";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { keepFocus } from "./focus.ts";

type Kind = "rotate" | "slow";

/** One line with a way to close it; a style sheet decides on which windows `rotate` is seen. */
function Line({ kind, shown }: { kind: Kind; shown?: Signal<boolean> }) {
  const memory = `advice.${kind}`;
  const [read, setRead] = useState(() => recall(memory) !== null);
  if (read || shown?.value === false) return null;
  return (
    <p class={`panel advice ${kind}`} role="status">
      {t(`advice.${kind}`)}
      <button
        type="button"
        aria-label={t("advice.close")}
        tabIndex={-1}
        onMouseDown={keepFocus}
        onClick={() => {
          remember(memory, "read");
          setRead(true);
        }}
      >
        ×
      </button>
    </p>
  );
}

export function Advice() {
  const { store } = useHud();
  return (
    <>
      <Line kind="rotate" />
      <Line kind="slow" shown={store.slow} />
    </>
  );
}
