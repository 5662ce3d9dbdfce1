import { DRONE } from "../../shared/content/index.ts";
import type { World } from "../net/world.ts";
import type { WorldEvent } from "../net/worldEvents.ts";
import type { Aim } from "./aim.ts";
import { type Eye, kickEye, pullEye, shakeEye } from "./camera.ts";
import { weaponArt } from "./contentArt.ts";
import type { Drones } from "./drones.ts";
import type { Reticle } from "./reticle.ts";
import type { Taste } from "./taste.ts";
import type { Veil } from "./veil.ts";

/** Trauma of being hurt per point of damage, and of an end or an explosion right here; it fades over the distance. */
const HURT_TRAUMA = 0.014;
const KILL_TRAUMA = 0.6;
const BLAST_TRAUMA = 0.5;
/** Of the loudest blast that is heard and not seen. */
const HEARD_TRAUMA = 0.25;
/** World px. */
const TRAUMA_DISTANCE = 420;
/** Damage of one blow from which on it is a heavy one. */
const HEAVY = 40;

/** How what happens feels in the hand: camera, cross hair and the drones' bodies. It moves nothing that counts. */
export type Feel = (event: WorldEvent, now: number) => void;

/** What a feel moves. */
interface Moved {
  readonly eye: Eye;
  readonly drones: Drones;
  readonly aim: Aim;
  readonly reticle: Reticle;
}

/** Answers to the own input come with its events, on the same frame; claims about others with the server's. */
export function createFeel(
  { eye, drones, aim, reticle }: Moved,
  world: World,
  veil: Veil,
  taste: Taste,
): Feel {
  const shake = (trauma: number): void => {
    if (!taste.still) shakeEye(eye, trauma);
  };

  /** Shakes by what is seen to happen at a place, less the further away it is. */
  const shakeFrom = (x: number, y: number, trauma: number): void => {
    if (!veil.shows(x, y, DRONE.radius)) return;
    const away = Math.sqrt((x - eye.x) ** 2 + (y - eye.y) ** 2);
    shake(trauma * Math.max(0, 1 - away / TRAUMA_DISTANCE));
  };

  const fire = (shot: Extract<WorldEvent, { type: "shot" }>, now: number): void => {
    drones.recoil(shot.slot, now);
    if (!shot.own) return;
    const { kick, bloom } = weaponArt(shot.weapon);
    reticle.open(bloom);
    if (!taste.still) kickEye(eye, shot.angle, kick * taste.shake);
  };

  const hit = ({ victim, damage, fatal }: Extract<WorldEvent, { type: "hit" }>, now: number): void => {
    drones.hurt(victim, now);
    if (fatal || damage >= HEAVY) drones.freeze(victim, world.self?.slot ?? victim, now);
    aim.confirm(fatal, now);
  };

  return (event, now) => {
    switch (event.type) {
      case "shot":
        fire(event, now);
        break;
      case "impact":
        if (event.own && event.on === "drone") aim.claim(now);
        break;
      case "hit":
        hit(event, now);
        break;
      case "hurt":
        shake(event.damage * HURT_TRAUMA);
        break;
      case "kill":
        shakeFrom(event.x, event.y, KILL_TRAUMA);
        drones.freeze(event.killer, event.victim, now);
        break;
      case "blast":
        shakeFrom(event.x, event.y, BLAST_TRAUMA);
        break;
      case "heard":
        if (event.what === "blast") shake(event.loudness * HEARD_TRAUMA);
        break;
      case "dash":
        if (event.own && !taste.still) pullEye(eye);
        break;
      default:
        break;
    }
  };
}
