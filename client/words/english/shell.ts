/** What the page says before the game is there. It is part of the first script: keep it short. */
import type { Words } from "../message.ts";

export const SHELL = {
  title: "Crosswire",
  tagline: "Walls cast shadows. Shadows keep secrets.",

  "menu.nickname": "Nickname",
  "menu.another": "Another name",
  "menu.play": "Play",
  "menu.joining": "Joining...",
  "menu.tryAgain": "Try again",
  "menu.reload": "Reload the page",
  "menu.mode": "Mode",
  "menu.anyMode": "Any",
  "menu.invited": "You are invited to the match {room}.",
  "menu.joinRoom": "Join the match",
  "menu.otherRoom": "Play another match",
  "menu.cancel": "Cancel",
  "menu.guide": "Modes and weapons",
  "menu.settings": "Settings",
  "menu.howToPlay": "How to play",

  "name.short": "A name has at least 1 character.",
  "name.long": "A name has at most {most} characters.",
  "name.letters": "A name is made of letters, digits, blanks and . _ ' ! ? * + ~ -",

  "keys.move": "Move",
  "keys.aim": "Aim",
  "keys.fire": "Fire",
  "keys.dash": "Dash",
  "keys.reload": "Reload",
  "keys.weapon": "Weapon",
  "keys.lastWeapon": "Last weapon",
  "keys.scoreboard": "Scores (hold)",
  "keys.map": "Large map (hold)",
  "keys.help": "How to play",
  "keys.pause": "Pause",
  "keys.netGraph": "Connection",
  "keys.mouse": "Mouse",
  "keys.wheel": "Wheel",
  "keys.leftStick": "Left stick",
  "keys.rightStick": "Right stick",
  "keys.or": "or",
  /** By the side on which the thumb is that moves. */
  "keys.touch.left":
    "Left thumb moves. Right thumb aims, and fires when you push it far; a tap is one shot. Tap the clock for the scores, the ping for the connection.",
  "keys.touch.right":
    "Right thumb moves. Left thumb aims, and fires when you push it far; a tap is one shot. Tap the clock for the scores, the ping for the connection.",
  "keys.gamepad": "A gamepad will do as well: press one of its buttons.",

  "cap.space": "Space",
  "cap.mouseLeft": "Click",
  "cap.mouseMiddle": "Middle click",
  "cap.mouseRight": "Right click",
  "cap.mouseBack": "Mouse back",
  "cap.mouseForward": "Mouse forward",
  "cap.wheelUp": "Wheel up",
  "cap.wheelDown": "Wheel down",

  "failure.load": "The game could not be loaded. Check your connection and try again.",
  "failure.join": "The server could not be reached. Try again in a moment.",
  "failure.unreachable": "The server cannot be reached.",
  "failure.refused": "The server does not take this page.",
  "failure.crowd": "Too much comes from your network. Try again in a moment.",
  "failure.full": "That match is full.",
  "failure.gone": "That match is over.",
  "failure.mode": "This server does not play that mode.",
  "failure.outdated": "There is a new version of the game.",

  "noWebgl.heading": "This game needs WebGL",
  "noWebgl.says":
    "Your browser does not offer it here. Turn on hardware acceleration in its settings, or try another browser.",
} as const satisfies Words;
