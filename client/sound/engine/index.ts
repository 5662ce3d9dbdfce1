/** What the browser does for sound: the graph of Web Audio, when it may sound, and the music. */
export { createEngine, type Engine } from "./engine.ts";
export { createJukebox, type Jukebox } from "./jukebox.ts";
export { createWakefulness, type Wakefulness } from "./wakefulness.ts";
