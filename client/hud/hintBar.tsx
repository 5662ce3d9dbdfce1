/** The first steps of a new player: each line goes when it was done once, and does not come back. */
import { settings } from "../settings/index.ts";
import { t } from "../words/index.ts";
import { capsOf, setInUse, stickName } from "./caps.ts";
import { useHud } from "./context.ts";
import { HINTS, type Hint } from "./hintMemory.ts";

/** What to show beside a hint: the first thing bound to what it speaks of. */
function capsOfHint(hint: Hint): readonly string[] {
  const pad = setInUse() === "pad";
  const first = (name: Parameters<typeof capsOf>[0]): readonly string[] => capsOf(name).slice(0, 1);
  switch (hint) {
    case "move":
      return pad ? [stickName("move")] : (["up", "left", "down", "right"] as const).flatMap(first);
    case "fire":
      return [pad ? stickName("aim") : t("keys.mouse"), ...first("fire")];
    case "dash":
      return first("dash");
  }
}

export function HintBar() {
  const { store, device } = useHud();
  const hint = HINTS.find((name) => !store.hints.value[name]);
  if (hint === undefined || !store.alive.value) return null;
  if (device.value === "touch") {
    const side = settings.controls.moveSide.value;
    return <p class="hint">{hint === "dash" ? t("hints.dash.touch") : t(`hints.${hint}.touch.${side}`)}</p>;
  }
  return (
    <p class="hint">
      {capsOfHint(hint).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}{" "}
      {t(`hints.${hint}.keys`)}
    </p>
  );
}
