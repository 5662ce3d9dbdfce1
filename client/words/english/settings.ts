/** What each setting and each of its choices is called; the tables of client/settings decide which there are. */
import type { Choice, Language, TABLES } from "../../settings/index.ts";

type Tables = typeof TABLES;

/** The key of a setting's name, such as `set.video.shake`. */
export type SettingKey = {
  [A in keyof Tables]: `set.${A}.${keyof Tables[A] & string}`;
}[keyof Tables];

/** Languages are called what they call themselves, in every language. */
type Untranslated = `set.interface.language.${Language}`;

/** The key of a choice's name, such as `set.video.quality.low`. */
export type OptionKey = Exclude<AnyOption, Untranslated>;

type AnyOption = {
  [A in keyof Tables]: {
    [N in keyof Tables[A] & string]: Tables[A][N] extends Choice<infer W> ? `set.${A}.${N}.${W}` : never;
  }[keyof Tables[A] & string];
}[keyof Tables];

export const SETTINGS = {
  "set.video.quality": "Quality",
  "set.video.quality.auto": "Auto",
  "set.video.quality.low": "Low",
  "set.video.quality.medium": "Medium",
  "set.video.quality.high": "High",
  "set.video.shake": "Camera shake",
  "set.video.flash": "Flashes",
  "set.video.motion": "Motion",
  "set.video.motion.auto": "As the system",
  "set.video.motion.full": "Full",
  "set.video.motion.reduced": "Reduced",
  "set.video.damageNumbers": "Damage numbers",

  "set.audio.master": "Everything",
  "set.audio.effects": "Effects",
  "set.audio.interface": "Menus",
  "set.audio.music": "Music",
  "set.audio.muteOnBlur": "Silent in the background",

  "set.interface.scale": "Size of menus and displays",
  "set.interface.language": "Language",
  "set.interface.language.auto": "As the browser",
  "set.interface.palette": "Colours",
  "set.interface.palette.standard": "Standard",
  "set.interface.palette.deutan": "Deuteranopia",
  "set.interface.palette.protan": "Protanopia",
  "set.interface.palette.tritan": "Tritanopia",
  "set.interface.highContrast": "High contrast",
  "set.interface.names": "Names over drones",
  "set.interface.crosshair": "Crosshair",
  "set.interface.crosshair.cross": "Cross",
  "set.interface.crosshair.lines": "Lines",
  "set.interface.crosshair.ring": "Ring",
  "set.interface.crosshair.dot": "Dot",
  "set.interface.crosshairSize": "Size of the crosshair",
  "set.interface.crosshairColour": "Colour of the crosshair",
  "set.interface.crosshairColour.white": "White",
  "set.interface.crosshairColour.yellow": "Yellow",
  "set.interface.crosshairColour.blue": "Blue",
  "set.interface.crosshairColour.green": "Green",
  "set.interface.crosshairColour.pink": "Pink",
  "set.interface.subtitles": "Sounds in words",
  "set.interface.minimap": "Map",
  "set.interface.minimapSize": "Size of the map",
  "set.interface.minimapOpacity": "Opacity of the map",
  "set.interface.killFeed": "Kill feed",
  "set.interface.killFeed.off": "Off",
  "set.interface.killFeed.short": "Short",
  "set.interface.killFeed.full": "Full",
  "set.interface.streamer": "Hide match codes (for streams)",

  "set.controls.touchSize": "Size of touch sticks",
  "set.controls.moveSide": "Thumb that moves",
  "set.controls.moveSide.left": "Left",
  "set.controls.moveSide.right": "Right",
  "set.controls.touchSticks": "Touch sticks",
  "set.controls.touchSticks.floating": "Under the thumb",
  "set.controls.touchSticks.fixed": "In the corners",
  "set.controls.touchDeadZone": "Dead zone of touch sticks",
  "set.controls.stickDeadZone": "Dead zone of gamepad sticks",
  "set.controls.keyAimSpeed": "Speed of aiming by keys",
  "set.controls.vibration": "Vibration",
} as const satisfies Readonly<Record<SettingKey | OptionKey, string>>;
