/** The HUD of a seat, drawn in the DOM. It reads the world through the store and decides nothing. */
export type { HudActions, HudContext } from "./context.ts";
export { followCrosshair } from "./crosshair.ts";
export { Hud } from "./hud.tsx";
export { createMinimap } from "./minimap/minimap.ts";
export { nextNetLevel } from "./netGraph/level.ts";
export { createDiary, type ReportFacts, reportText } from "./netGraph/report.ts";
export { createRecorder } from "./record.ts";
export { createRefresher } from "./refresh.ts";
export { createHudStore, type HudStore } from "./store.ts";
export { createSubtitler } from "./subtitles.ts";
