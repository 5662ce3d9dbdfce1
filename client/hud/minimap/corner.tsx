/** The place of the minimap in the corner. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { settings } from "../../settings/index.ts";
import { t } from "../../words/index.ts";
import { useHud } from "../context.ts";

export function MapCorner() {
  return settings.interface.minimap.value ? <MapPanel /> : null;
}

function MapPanel() {
  const { minimap, store } = useHud();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    minimap.attach(canvas.current);
    return () => minimap.attach(null);
  }, [minimap]);
  const { minimapSize, minimapOpacity } = settings.interface;
  const large = store.mapLarge.value;
  return (
    <div
      class={`minimap panel ${large ? "large" : ""}`}
      style={{ "--size": minimapSize.value / 100, opacity: large ? 1 : minimapOpacity.value / 100 }}
    >
      <canvas ref={canvas} role="img" aria-label={t("map.label")} />
    </div>
  );
}
