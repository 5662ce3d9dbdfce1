/** What of an event reaches somebody: all of it, what they see of it, what they hear of it, or nothing. */
import { weaponOf } from "../../shared/content/index.ts";
import type { ServerMessage, ServerMessages } from "../../shared/protocol.ts";
import { NOBODY, type PlayerState } from "../../shared/state/index.ts";
import type { Place } from "./perception.ts";
import type { Sight } from "./sight.ts";

/** px within which shots and explosions are heard. */
const HEARING = 900;

const SECTORS = 8;
const LEVELS = 4;

/** A message for one client. */
export type Tidings = {
  [K in ServerMessage]: { readonly type: K; readonly data: ServerMessages[K] };
}[ServerMessage];

/** An event of the match, whoever it is for. */
export type Happening =
  | Tidings
  | {
      readonly type: "fired";
      readonly data: { readonly by: number; readonly weapon: number; readonly x: number; readonly y: number };
    };

/** Sounds by what, weapon, sector and loudness: there are few, and who hears the same is told the same. */
const sounds: (Tidings | undefined)[] = [];

function soundOf(what: "shot" | "blast", weapon: number, sector: number, loudness: number): Tidings {
  const kind = weapon * 2 + (what === "shot" ? 0 : 1);
  const index = (kind * SECTORS + sector) * (LEVELS + 1) + loudness;
  sounds[index] ??= { type: "heard", data: { what, weapon, sector, loudness } };
  return sounds[index];
}

/** A sound as it comes to somebody: a direction and a loudness, and no place. Null when it is too far away. */
function heardFrom(ear: Place, place: Place, what: "shot" | "blast", weapon: number): Tidings | null {
  const dx = place.x - ear.x;
  const dy = place.y - ear.y;
  const distance = Math.hypot(dx, dy);
  if (distance > HEARING) return null;
  const turns = Math.atan2(dy, dx) / (2 * Math.PI);
  const sector = (Math.round(turns * SECTORS) + SECTORS) % SECTORS;
  const loudness = Math.max(1, Math.ceil(LEVELS * (1 - distance / HEARING)));
  return soundOf(what, weapon, sector, loudness);
}

/** The part of a ray that somebody sees begins where it comes into their sight. */
function seenTrace(
  sight: Sight,
  eye: PlayerState,
  trace: ServerMessages["trace"],
): ServerMessages["trace"] | null {
  const { x, y, angle, lengths } = trace;
  const dx = Math.cos(angle);
  const dy = Math.sin(angle);
  const from = sight.perception().seesAlong(eye, { x, y }, dx, dy, Math.max(...lengths));
  if (from < 0) return null;
  if (from === 0) return trace;
  // A fan opens at its muzzle: whoever does not see that sees none of it.
  if (weaponOf(trace.weapon).pellets > 1) return null;
  return {
    ...trace,
    x: Math.round(x + dx * from),
    y: Math.round(y + dy * from),
    lengths: lengths.map((length) => Math.round(Math.max(0, length - from))),
  };
}

/**
 * What somebody is told of an event that is meant for them.
 * @param id of the client
 */
export function tidingsFor(sight: Sight, id: string, event: Happening): Tidings | null {
  const eye = sight.eye(id);
  switch (event.type) {
    case "fired": {
      const { data } = event;
      return eye === null || sight.sees(id, data) ? null : heardFrom(eye, data, "shot", data.weapon);
    }
    case "trace": {
      const { data } = event;
      if (eye === null) return null;
      const seen = seenTrace(sight, eye, data);
      return seen === null ? heardFrom(eye, data, "shot", data.weapon) : { type: "trace", data: seen };
    }
    case "blast": {
      const { data } = event;
      if (eye === null) return null;
      // Whoever set it off knows where it was.
      const known = data.by === eye.slot || sight.sees(id, data);
      return known ? event : heardFrom(eye, data, "blast", data.weapon);
    }
    case "picked":
      return event.data.by === eye?.slot || sight.sees(id, event.data) ? event : null;
    case "taken": {
      const place = sight.rack(event.data.rack);
      const known = event.data.by === eye?.slot || (place !== null && sight.sees(id, place));
      return known ? event : { type: "taken", data: { ...event.data, by: NOBODY } };
    }
    default:
      return event;
  }
}
