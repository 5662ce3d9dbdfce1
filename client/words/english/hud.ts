/** What a player reads while playing. */
import type { Words } from "../message.ts";

export const HUD = {
  "hud.health": "Health",
  "hud.low": "Low",
  "hud.dash": "Dash",
  "hud.endless": "∞",
  "hud.missing": "Not carried",
  "hud.rounds": "{loaded} loaded, {spare} besides",
  "hud.plating": "Plating",
  "hud.overclock": "Overclock {seconds} s",
  "hud.laden": "No dash with a packet",
  "hud.nth": { ordinal: { one: "{n}st", two: "{n}nd", few: "{n}rd", other: "{n}th" } },
  "hud.place": {
    ordinal: { one: "{n}st of {of}", two: "{n}nd of {of}", few: "{n}rd of {of}", other: "{n}th of {of}" },
  },
  "hud.goal": "{mode}, to {goal} {unit}",
  "hud.shielded": "Shielded until you fire",
  "hud.entering": "Entering the arena...",
  "hud.pause": "Pause",
  "hud.you": "you",

  "phase.warmup": "Warm-up: nothing counts yet",
  "phase.begins": "begins in {seconds} s",
  "phase.go": "Go!",
  "phase.overtime": "Overtime: the next point wins",

  "zone.open": "Nobody holds the zone",
  "zone.held": "{team} holds the zone",
  "zone.contested": "The zone is contested",
  "zone.moves": "moves in {seconds} s",

  "packet.home": "{team} packet at home",
  "packet.carried": "{team} packet with {who}",
  "packet.dropped": "{team} packet lies, {seconds} s",
  "packet.own": "You carry the {team} packet: home!",

  "goal.zoneMoved": "The zone has moved",
  "goal.packetTaken": "{who} took the {team} packet",
  "goal.packetTakenByYou": "You took the {team} packet",
  "goal.packetDropped": "{who} dropped the {team} packet",
  "goal.packetDroppedByYou": "You dropped the {team} packet",
  "goal.packetReturned": "The {team} packet is back home",
  "goal.packetHome": "{who} scored for {team}",
  "goal.packetHomeByYou": "You scored for {team}",
  "goal.moved": "The teams were uneven: you are {team} now",

  "gain.amount": "{item} +{amount}",
  "gain.seconds": "{item} {seconds} s",
  "gain.rounds": "{weapon} {rounds}",

  "watch.watching": "Watching",
  "watch.nobody": "There is nobody to watch",
  "watch.previous": "Previous",
  "watch.next": "Next",
  "watch.join": "Join the game",
  "watch.begin": "Watch",
  "watch.list": "Watching: {names}",

  /** After the keys or buttons that do it. */
  "hints.move.keys": "to move",
  "hints.fire.keys": "to aim and fire",
  "hints.dash.keys": "to dash",
  /** By the side on which the thumb is that moves. */
  "hints.move.touch.left": "Left thumb to move",
  "hints.move.touch.right": "Right thumb to move",
  "hints.fire.touch.left": "Right thumb to aim: push far to fire, or tap for one shot",
  "hints.fire.touch.right": "Left thumb to aim: push far to fire, or tap for one shot",
  "hints.dash.touch": "Tap the arrows to dash",

  "death.by": "Destroyed by {who}",
  "death.self": "You destroyed yourself",
  "death.unknown": "Destroyed",
  "death.damage": { one: "{damage} damage in {n} hit", other: "{damage} damage in {n} hits" },
  "death.seen": "On {name}'s screen you were at the ghost: ping {pingMs} ms, looked back {rewindMs} ms",
  "death.back": "Back in {seconds} s",
  "death.soon": "Back any moment",
} as const satisfies Words;
