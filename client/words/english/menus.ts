/** What a player reads in the menus that come with the game: invitations, settings, how to play. */
import type { Words } from "../message.ts";

export const MENUS = {
  "invite.heading": "Play with friends",
  "invite.link": "Link to this match",
  "invite.code": "Match {room}",
  "invite.copy": "Copy link",
  "invite.copied": "Copied",
  "invite.selected": "Press Ctrl+C to copy",
  "invite.share": "Send",
  "invite.qr": "QR code",
  "invite.qrLabel": "QR code of the link to this match",
  "invite.hide": "Hide code",

  "settings.heading": "Settings",
  "settings.close": "Done",
  "settings.on": "On",
  "settings.off": "Off",
  "settings.percent": "{value} %",
  "settings.reset": "Reset everything",
  "settings.resetSure": "Press again to reset everything",
  "settings.export": "Copy settings",
  "settings.exported": "Copied",
  "settings.selected": "Press Ctrl+C to copy",
  "settings.import": "Use these settings",
  "settings.text": "All settings as text, to keep or to take to another browser",
  "settings.imported": "The settings are in force.",
  "settings.refused": "These are no settings of Crosswire.",

  "settings.area.video": "Picture",
  "settings.area.audio": "Sound",
  "settings.area.interface": "Screen",
  "settings.area.controls": "Controls",
  "settings.area.text": "Backup",

  "guide.modes": "Modes",
  "guide.weapons": "Weapons",
  "guide.items": "Items",
  "guide.back": "It is back after {seconds} s.",
  "gift.health": "{amount} health.",
  "gift.plating": "{amount} plating, which takes damage before your health does.",
  "gift.overclock": "Faster fire for {seconds} s.",
  "gift.ammo": "A magazine for each weapon that you carry.",

  "advice.rotate": "Turn your phone on its side: there is more to see.",
  "advice.slow":
    "The picture is slow. Turn on hardware acceleration in your browser, or close other windows.",
  "advice.close": "Close",

  "map.label": "Map",

  "offline.heading": "No way to the server",
  "offline.says":
    "Crosswire is played together, so it needs a connection. This page comes back by itself as soon as there is one.",
  "offline.again": "Try again",
} as const satisfies Words;
