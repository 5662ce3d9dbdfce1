import { Life } from "../../shared/sim/index.ts";
import {
  type ArenaState,
  isPlaced,
  type PlayerState,
  placedAim,
  placedX,
  placedY,
} from "../../shared/state/index.ts";
import { followStates } from "./follow.ts";
import { chargeOf } from "./instruments.ts";
import type { Moving } from "./motion.ts";
import type { Prediction } from "./prediction.ts";
import type { Timeline } from "./timeline.ts";
import type { Drone, World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Where a moving state is drawn: between two patches for others, predicted for the own drone. */
export interface Smoothed {
  value(player: PlayerState, field: Moving): number;
}

/** A drone of the world with what is known of it besides. */
interface Mirrored extends Drone {
  readonly player: PlayerState;
  /** Server time in ms from which a death or a return counts in the picture; null when nothing is to come. */
  aliveChangesAt: number | null;
}

/**
 * Keeps the drones of a world up to date.
 * @returns to be called once a frame
 */
export function createDrones(
  state: ArenaState,
  selfId: string,
  smoothed: Smoothed,
  timeline: Pick<Timeline, "latestMs" | "shownMs">,
  world: World,
): (prediction: Prediction | null, emit: (event: WorldEvent) => void) => void {
  let prediction: Prediction | null = null;
  let emit: (event: WorldEvent) => void = () => {};

  /** Deaths and returns of others are shown when the picture has come to them, the own ones at once. */
  const mirrorLife = (drone: Mirrored): void => {
    const alive = drone.player.alive !== Life.out;
    if (alive === drone.alive) {
      drone.aliveChangesAt = null;
      return;
    }
    drone.aliveChangesAt ??= drone.self ? 0 : timeline.latestMs();
    if (timeline.shownMs() < drone.aliveChangesAt) return;
    drone.alive = alive;
    drone.aliveChangesAt = null;
    if (alive && drone.seen)
      emit({
        type: "spawn",
        slot: drone.slot,
        own: drone.self,
        x: placedX(drone.player),
        y: placedY(drone.player),
      });
  };

  /** What the prediction knows sooner than the server tells. */
  const mirrorOwn = (drone: Mirrored, { body, aim }: Prediction): void => {
    drone.aim = aim;
    drone.weapon = body.weapon;
    drone.dashing = body.dashTicks > 0;
    drone.charge = chargeOf(body.weapon, body.charge);
    drone.overclocked = body.overclock > 0;
  };

  const mirrorOther = (drone: Mirrored): void => {
    const { player } = drone;
    const wasDashing = drone.dashing;
    drone.aim = smoothed.value(player, "aim");
    drone.weapon = player.weapon;
    drone.dashing = player.dashTicks > 0;
    drone.charge = chargeOf(player.weapon, player.charge);
    drone.overclocked = player.overclocked;
    if (drone.dashing && !wasDashing)
      emit({ type: "dash", slot: drone.slot, own: false, x: drone.x, y: drone.y });
  };

  /** What only those are told who perceive the drone. */
  const mirrorSeen = (drone: Mirrored): void => {
    const { player } = drone;
    drone.protected = player.protected;
    drone.health = player.health;
    drone.plating = player.plating;
    drone.x = smoothed.value(player, "x");
    drone.y = smoothed.value(player, "y");
    if (drone.self && prediction !== null) mirrorOwn(drone, prediction);
    else mirrorOther(drone);
  };

  const follow = followStates<PlayerState, Drone>(world.drones, {
    make(id, player) {
      const drone: Mirrored = {
        slot: player.slot,
        self: id === selfId,
        name: player.name,
        bot: player.bot,
        connected: player.connected,
        seen: isPlaced(player),
        x: placedX(player),
        y: placedY(player),
        aim: placedAim(player),
        alive: player.alive !== Life.out,
        protected: player.protected,
        dashing: false,
        team: player.team,
        health: player.health,
        plating: player.plating,
        overclocked: player.overclocked,
        charge: 0,
        laden: false,
        weapon: player.weapon,
        kills: 0,
        deaths: 0,
        assists: 0,
        captures: 0,
        score: 0,
        ping: 0,
        player,
        aliveChangesAt: null,
      };
      if (drone.self) world.self = drone;
      return drone;
    },
    refresh(item, player) {
      const drone = item as Mirrored;
      drone.name = player.name;
      drone.bot = player.bot;
      drone.connected = player.connected;
      drone.team = player.team;
      drone.laden = player.laden === 1;
      drone.kills = player.kills;
      drone.deaths = player.deaths;
      drone.assists = player.assists;
      drone.captures = player.captures;
      drone.score = player.score;
      drone.ping = player.ping;
      drone.seen = isPlaced(player);
      if (drone.seen) mirrorSeen(drone);
      mirrorLife(drone);
    },
    drop(drone) {
      if (world.self === drone) world.self = null;
    },
  });

  return (nextPrediction, nextEmit) => {
    prediction = nextPrediction;
    emit = nextEmit;
    follow(state.players);
  };
}
