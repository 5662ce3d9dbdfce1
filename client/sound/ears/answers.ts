import { TeamId } from "../../../shared/content/index.ts";
import type { Drone, World, WorldEvent } from "../../net/index.ts";
import { GOAL_SOUNDS, itemSound, medalSound, pickedSound, weaponSounds } from "../contentSounds.ts";
import type { Voice } from "./voice.ts";

type EventOf<Type extends WorldEvent["type"]> = Extract<WorldEvent, { type: Type }>;

/** The loudness of a hit and of a wound: the lightest, and what each point of damage adds. */
const HIT = { least: 0.65, perPoint: 0.01 } as const;
const WOUND = { least: 0.45, perPoint: 0.012 } as const;
/** Others who take something, and others who come back. */
const ASIDE = 0.6;

function byDamage({ least, perPoint }: { least: number; perPoint: number }, damage: number): number {
  return Math.min(1, least + perPoint * damage);
}

/** What is heard of each event. @param onPain the own drone was hurt, or lost */
export function createAnswers(world: World, voice: Voice, onPain: () => void): (event: WorldEvent) => void {
  const seenDrone = (slot: number): Drone | null => {
    for (const drone of world.drones) if (drone.slot === slot && drone.seen) return drone;
    return null;
  };

  const shot = ({ own, slot, weapon, x, y }: EventOf<"shot">): void => {
    const sound = weaponSounds(weapon).shot;
    if (own) voice.own(sound, { weapon, slot });
    else voice.at(sound, x, y, { weapon, slot });
  };

  const impact = ({ on, own, x, y }: EventOf<"impact">): void => {
    if (own && on === "drone") voice.own("hitSeen");
    voice.at(on === "drone" ? "impactDrone" : "impactWall", x, y);
  };

  const blast = ({ weapon, by, x, y }: EventOf<"blast">): void => {
    const { blast: bang, triggered } = weaponSounds(weapon);
    if (triggered !== null) voice.at(triggered, x, y, { weapon, slot: by });
    if (bang !== null) voice.at(bang, x, y, { weapon, slot: by });
  };

  const kill = ({ victim, x, y, late }: EventOf<"kill">): void => {
    if (late) return;
    const drone = seenDrone(victim);
    // Where nobody looks, nothing is known but the name.
    if (drone === null) return;
    if (!drone.self) {
      voice.at("destroyed", x, y, { slot: victim });
      return;
    }
    voice.own("death", { slot: victim });
    onPain();
  };

  const hurt = ({ damage, angle }: EventOf<"hurt">): void => {
    voice.toward("hurt", angle, { gain: byDamage(WOUND, damage) });
    onPain();
  };

  const heard = ({ what, weapon, sector, loudness }: EventOf<"heard">): void => {
    const { shot: bang, blast: boom } = weaponSounds(weapon);
    voice.behind(what === "blast" ? (boom ?? "blast") : bang, sector, loudness, { weapon });
  };

  const taken = ({ rack, by, own }: EventOf<"taken">): void => {
    const place = world.racks[rack];
    if (place === undefined) return;
    const { sound, pitch } = itemSound(place.kind);
    if (own) voice.own(sound, { pitch });
    else if (seenDrone(by) !== null) voice.at(sound, place.x, place.y, { pitch, slot: by, gain: ASIDE });
  };

  const picked = ({ weapon, by, own, x, y }: EventOf<"picked">): void => {
    const { sound, pitch } = pickedSound(weapon);
    if (own) voice.own(sound, { pitch });
    else voice.at(sound, x, y, { pitch, slot: by, gain: ASIDE });
  };

  const goal = ({ what, team }: EventOf<"goal">): void => {
    const ours = world.focus?.team ?? world.watching?.team ?? TeamId.none;
    const { gain, loss } = GOAL_SOUNDS[what];
    voice.everywhere(ours === TeamId.none || ours === team ? gain : loss);
  };

  /** The end of a round, for those who took part and for those who looked on. */
  const podium = (): void => {
    const { self, round } = world;
    if (self === null || round.winner === null) voice.everywhere("roundOver");
    else voice.everywhere(round.winner === (self.team || self.slot) ? "roundWon" : "roundLost");
  };

  return (event) => {
    switch (event.type) {
      case "shot":
        return shot(event);
      case "impact":
        return impact(event);
      case "dry":
        return void voice.own("dryTrigger");
      case "dash":
        return void (event.own
          ? voice.own("dash", { slot: event.slot })
          : voice.at("dash", event.x, event.y, { slot: event.slot }));
      case "hit":
        return void voice.own(event.fatal ? "kill" : "hitConfirmed", { gain: byDamage(HIT, event.damage) });
      case "hurt":
        return hurt(event);
      case "kill":
        return kill(event);
      case "heard":
        return heard(event);
      case "blast":
        return blast(event);
      case "bounce":
        return void voice.at("grenadeBounce", event.x, event.y);
      case "spawn":
        return void (event.own
          ? voice.own("respawn", { slot: event.slot })
          : voice.at("respawn", event.x, event.y, { slot: event.slot, gain: ASIDE }));
      case "taken":
        return taken(event);
      case "picked":
        return picked(event);
      case "medal":
        return void (event.own && voice.everywhere(medalSound(event.medal)));
      case "goal":
        return goal(event);
      case "phase":
        if (event.phase === "live" || event.phase === "overtime") voice.everywhere("go");
        if (event.phase === "podium") podium();
        return;
      default:
        // A ray is heard as its shot; a death as the kill; a new map and a new team are told by the round.
        return;
    }
  };
}
