/** Top left: the ping, what is wrong with the link, and as much more of it as was asked for. */
import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { keepFocus } from "./focus.ts";
import { NetGraph } from "./netGraph/netGraph.tsx";
import { WarningNote } from "./netGraph/warningIcon.tsx";

export function LinkCorner() {
  const { store, actions } = useHud();
  const quality = store.status.value.at === "playing" ? store.quality.value : "poor";
  return (
    <section class={`link ${quality}`}>
      <div class="link-line">
        <button type="button" class="ping" tabIndex={-1} onMouseDown={keepFocus} onClick={actions.netGraph}>
          <span class="spoken">{t("net.more")}</span> <Ping />
        </button>
        <ul class="link-warnings">
          {store.warnings.value.map((warning) => (
            <WarningNote key={warning} warning={warning} />
          ))}
        </ul>
      </div>
      <NetGraph />
    </section>
  );
}

/** Bars as on a phone, which tell the quality without a colour, and the ping in numbers. */
function Ping() {
  const { store } = useHud();
  const bars = useMemo(() => computed(() => ({ poor: 1, fair: 2, good: 3 })[store.quality.value]), [store]);
  return (
    <>
      <svg class="signal" viewBox="0 0 14 12" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <path
            key={bar}
            class={bar <= bars.value ? "lit" : ""}
            d={`M${bar * 5 - 4} ${12 - bar * 4}h3v${bar * 4}h-3Z`}
          />
        ))}
      </svg>
      {t("net.ping", { ms: store.pingMs.value })}
      {store.netLevel.value > 0 ? <small>{t("net.jitter", { ms: store.jitterMs.value })}</small> : null}
    </>
  );
}
