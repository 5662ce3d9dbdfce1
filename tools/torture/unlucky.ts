import type { Random } from "../../shared/math/index.ts";
import { angleTo } from "../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../shared/sim/index.ts";
import { joinPlayer, type Player } from "../headless/index.ts";
import { openLink } from "../netlab/netlab.ts";
import { differences } from "./identity.ts";
import { befall, chooseLength, type Fate, MISHAPS } from "./mishaps.ts";
import type { Sighting, Witness } from "./witness.ts";

/** A player on a link of their own to which everything happens. */
export interface Unlucky {
  /** Whether somebody of that name may be in the state now: its seat is taken or still held. */
  mayBeCalled(name: string): boolean;
  /** Plays from mishap to mishap. */
  suffer(until: number): Promise<Fate[]>;
  /** Leaves, or vanishes without a word. */
  end(vanish: boolean): Promise<void>;
}

interface Setup {
  readonly port: number;
  readonly number: number;
  readonly witness: Witness;
  readonly holdS: number;
  /** Seconds in which the server notices a dead peer at the latest. */
  readonly noticeS: number;
  readonly random: Random;
}

const STEER_MS = 150;
/** Seconds of play between two mishaps. */
const CALM_S = [0.5, 4] as const;
/** Seconds that a player must be back without a break to count as back. */
const STEADY_S = 1;
/** Seconds that the way back may take once the network is there: the heartbeat's patience, an attempt, and the load. */
const RETURN_S = 15;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Hunts the nearest drone in zigzags. */
function hunt({ session, wish }: Player, random: Random): void {
  const { self, drones } = session.world;
  if (self === null) return;
  const prey = drones
    .filter((drone) => !drone.self && drone.alive)
    .sort((a, b) => Math.hypot(a.x - self.x, a.y - self.y) - Math.hypot(b.x - self.x, b.y - self.y))[0];
  if (prey !== undefined) wish.aim = angleTo(prey.x - self.x, prey.y - self.y);
  const way = wish.aim + random.range(-1.5, 1.5);
  wish.mx = Math.round(Math.cos(way) * STEER_MAX);
  wish.my = Math.round(Math.sin(way) * STEER_MAX);
  wish.buttons = Button.fire;
}

export async function createUnlucky(setup: Setup): Promise<Unlucky> {
  const { port, number, witness, holdS, noticeS, random } = setup;
  const link = await openLink(port);
  /** Names of seats that were given up, and until when they may still be held. */
  const former = new Map<string, number>();
  let generation = 0;
  let name = "";
  let player: Player;
  const enter = async (): Promise<void> => {
    generation += 1;
    name = `Chaos ${number}.${generation}`;
    player = await joinPlayer(link.endpoint, name, witness.roomId);
  };
  await enter();
  const steering = setInterval(() => hunt(player, random), STEER_MS);

  const isThere = (): boolean =>
    player.session.status.at === "playing" &&
    player.session.world.link.stalledMs === 0 &&
    witness.see(name)?.connected === true;

  /** Waits until the player is back for good or the session is over. */
  const outcome = async (): Promise<"back" | "closed" | "neither"> => {
    const deadline = performance.now() + (RETURN_S + holdS) * 1000;
    let since = Number.POSITIVE_INFINITY;
    while (performance.now() < deadline) {
      if (player.session.status.at === "closed") return "closed";
      if (!isThere()) since = Number.POSITIVE_INFINITY;
      else since = Math.min(since, performance.now());
      if (performance.now() - since > STEADY_S * 1000) return "back";
      await wait(0.02);
    }
    return "neither";
  };

  /** State and messages come one after the other: what does not fit has half a second to. */
  const complaintsOf = async (before: Sighting): Promise<string[]> => {
    for (let tried = 0; tried < 5; tried++) {
      if (differences(name, before, witness.see(name), player.session.world.self).length === 0) return [];
      await wait(0.1);
    }
    return differences(name, before, witness.see(name), player.session.world.self);
  };

  const oneMishap = async (): Promise<Fate> => {
    const mishap = random.pick(MISHAPS);
    const lengthS = chooseLength(mishap, random, holdS);
    await player.until(isThere, "a steady link", RETURN_S);
    const before = witness.see(name);
    if (before === null) throw new Error(`${name} is playing, but not in the state`);
    const began = performance.now();
    const tookEffect = await befall(link, mishap, lengthS, port, player.session.seat);
    const over = performance.now();
    const lastedS = (over - began) / 1000;
    const found = await outcome();
    const returnS = Math.max(0, (performance.now() - over) / 1000 - STEADY_S);
    if (found === "back") {
      return { mishap, lastedS, tookEffect, end: "back", returnS, complaints: await complaintsOf(before) };
    }
    const { status } = player.session;
    const why = status.at === "closed" ? `${status.reason.code} ${status.reason.reason}` : status.at;
    const early = lastedS < holdS - 1;
    const complaints = early
      ? [`${name} lost its seat after ${lastedS.toFixed(1)} s of ${mishap}: ${why}`]
      : [];
    former.set(name, performance.now() + (holdS + noticeS) * 1000);
    await player.leave();
    await enter();
    return { mishap, lastedS, tookEffect, end: "gone", returnS, complaints };
  };

  return {
    mayBeCalled: (other) => other === name || performance.now() < (former.get(other) ?? 0),
    async suffer(until) {
      const fates: Fate[] = [];
      while (performance.now() < until) {
        await wait(random.range(...CALM_S));
        fates.push(await oneMishap());
      }
      return fates;
    },
    async end(vanish) {
      clearInterval(steering);
      if (vanish) link.blackhole();
      await player.leave();
      if (!vanish) await link.close();
    },
  };
}
