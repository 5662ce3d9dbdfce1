/** Important sounds in words, as subtitles tell them. */
import type { Words } from "../message.ts";

export const CUES = {
  "cue.shot": "{weapon} fire",
  "cue.charge": "{weapon} charging",
  "cue.blast": "{weapon} blast",
  "cue.bounce": "Grenade bounces",
  "cue.minePlaced": "Mine laid",
  "cue.mineArmed": "Mine armed",
  "cue.dash": "Dash",
  "cue.destroyed": "Drone destroyed",
  "cue.respawn": "Drone comes in",
  "cue.pickup": "Pick-up",
  "cue.hurt": "You are hit",
  "cue.lowHealth": "Health is low",
  "cue.platingBroken": "Plating broken",
  "cue.overclockOver": "Overclock is over",
  "cue.zoneHeld": "Zone taken",
  "cue.zoneMoved": "Zone moves",
  "cue.packetTaken": "Packet taken",
  "cue.packetDropped": "Packet dropped",
  "cue.packetReturned": "Packet back home",
  "cue.packetHome": "Packet delivered",
  "cue.countdown": "Countdown",
  "cue.go": "Start signal",
  "cue.roundWon": "Fanfare: round won",
  "cue.roundLost": "Low tones: round lost",
  "cue.roundOver": "Gong: round over",
  "cue.linkLost": "Connection lost",
  "cue.linkBack": "Connection back",
  /** Of a sound that a team mate makes. */
  "cue.friend": "{sound} (team)",
} as const satisfies Words;
