/** Every setting of the client, area by area. Adding one is one line here and its words. */
import { bindings } from "./bindings.ts";
import { LANGUAGES } from "./languages.ts";
import { choice, range, toggle } from "./spec.ts";

export const VIDEO = {
  /** How much is drawn; `auto` measures frames and decides. */
  quality: choice(["auto", "low", "medium", "high"], "auto"),
  /** Strength of camera shake in percent. */
  shake: range(0, 100, 10, 100),
  /** Strength of white and full-screen flashes in percent. */
  flash: range(0, 100, 10, 100),
  /** No shake, no pulsing, no bobbing; `auto` asks the system. */
  motion: choice(["auto", "full", "reduced"], "auto"),
  damageNumbers: toggle(true),
} as const;

export const AUDIO = {
  /** Volumes in percent. */
  master: range(0, 100, 5, 80),
  effects: range(0, 100, 5, 100),
  interface: range(0, 100, 5, 80),
  music: range(0, 100, 5, 60),
  muteOnBlur: toggle(true),
} as const;

export const INTERFACE = {
  /** What is spoken; `auto` asks the browser what its user reads. */
  language: choice(["auto", ...LANGUAGES], "auto"),
  /** Size of everything in the DOM, in percent. */
  scale: range(80, 200, 10, 100),
  palette: choice(["standard", "deutan", "protan", "tritan"], "standard"),
  highContrast: toggle(false),
  /** Names over the drones of others. */
  names: toggle(true),
  /** What the mouse points with; its size in percent. */
  crosshair: choice(["cross", "lines", "ring", "dot"], "cross"),
  crosshairSize: range(60, 200, 20, 100),
  crosshairColour: choice(["white", "yellow", "blue", "green", "pink"], "white"),
  /** Important sounds as words with a direction. */
  subtitles: toggle(false),
  minimap: toggle(true),
  /** Size of the minimap, and how much of it covers the game, in percent. */
  minimapSize: range(60, 160, 10, 100),
  minimapOpacity: range(30, 100, 10, 80),
  killFeed: choice(["off", "short", "full"], "full"),
  /** Hides what viewers of a stream could use to come after its player: the codes of matches. */
  streamer: toggle(false),
} as const;

export const CONTROLS = {
  /** Size of the touch sticks in percent. */
  touchSize: range(70, 150, 10, 100),
  /** The thumb that moves, on glass and on a gamepad. */
  moveSide: choice(["left", "right"], "left"),
  /** Whether touch sticks appear where a thumb lands, or stay in their corners. */
  touchSticks: choice(["floating", "fixed"], "floating"),
  /** How far a thumb on glass may roll before it counts, in percent of the way to full throw. */
  touchDeadZone: range(0, 40, 2, 14),
  /** The same for the sticks of a gamepad; worn ones rest well off their centre. */
  stickDeadZone: range(4, 40, 2, 18),
  /** How fast keys turn the aim, in percent. */
  keyAimSpeed: range(30, 200, 10, 100),
  vibration: toggle(true),
} as const;

/** What does what; changed key by key rather than as values in a row. */
export const BINDINGS = { keys: bindings("keys"), pad: bindings("pad") } as const;

/** By area, in the order in which they are shown. */
export const TABLES = { video: VIDEO, audio: AUDIO, interface: INTERFACE, controls: CONTROLS } as const;

/** Everything that is remembered, exported and imported. */
export const STORED = { ...TABLES, bindings: BINDINGS } as const;
