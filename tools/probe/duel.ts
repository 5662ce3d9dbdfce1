import { DRONE, ITEMS, REACH, WeaponId } from "../../shared/content/index.ts";
import { angleTo } from "../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../shared/sim/index.ts";
import { joinPlayer, type Player } from "../headless/index.ts";
import type { Lab } from "./lab.ts";
import type { Net } from "./probe.ts";

/** Only a target at this part of full speed shows what rewinding is for. */
const FAST = 0.8;

/** Rows of the map, in px, between which the target runs up and down; and between which it is shot at. */
const TURNS = { top: 130, bottom: 510 };
const FIELD = { top: 170, bottom: 470 };

/** Seconds after the answer to a shot until the rest of its burst is out and the server's word on it is here. */
const AFTER_SHOT_S = 0.55;

/** A shot whose command is answered so much later than most, in ms, was held up by the line. */
const HELD_UP_MS = 100;

/** One shot that was aimed true on the own screen. */
interface Shot {
  readonly hit: boolean;
  /** Until the server's answer to its command was here, in ms. */
  readonly tripMs: number;
}

/** What became of shots that were aimed at what is drawn. */
export interface Score {
  readonly shots: number;
  /** Of these, so many the server counted as hits. */
  readonly hits: number;
  /** Besides these: shots that the line held up, and the hits among them. */
  readonly heldUp: number;
  readonly heldUpHits: number;
  /** Median of the round trip of a shot's command, in ms. */
  readonly tripMs: number;
}

/** Parts those that the line held up from the others. */
function scoreOf(all: readonly Shot[]): Score {
  const trips = all.map(({ tripMs }) => tripMs).sort((a, b) => a - b);
  const usual = trips[trips.length >> 1]!;
  const held = all.filter(({ tripMs }) => tripMs > usual + HELD_UP_MS);
  const shots = all.filter((shot) => !held.includes(shot));
  const hitsOf = (list: readonly Shot[]): number => list.filter(({ hit }) => hit).length;
  return {
    shots: shots.length,
    hits: hitsOf(shots),
    heldUp: held.length,
    heldUpHits: hitsOf(held),
    tripMs: usual,
  };
}

/** A drone as it is drawn, kept up to date from frame to frame. */
type Place = Readonly<{ x: number; y: number }>;

/** Lets the target run up and down past its spawn. */
function patrol(target: Player): () => void {
  target.wish.my = STEER_MAX;
  return target.onFrame(() => {
    const { self } = target.session.world;
    if (self === null || !self.alive) return;
    if (self.y < TURNS.top) target.wish.my = STEER_MAX;
    else if (self.y > TURNS.bottom) target.wish.my = -STEER_MAX;
  });
}

/** Walks to the nearest rack with the Burst and stays there, where it is filled up again and again. */
async function fetchBurst(shooter: Player): Promise<void> {
  const { world } = shooter.session;
  const self = world.self!;
  const kind = ITEMS.findIndex(({ key }) => key === "burst");
  const racks = world.racks.filter((rack) => rack.kind === kind);
  const [rack] = racks.sort((a, b) => Math.abs(a.x - self.x) - Math.abs(b.x - self.x));
  shooter.wish.mx = rack!.x < self.x ? -STEER_MAX : STEER_MAX;
  await shooter.until(() => Math.abs(rack!.x - self.x) < REACH, "its way to the rack", 5);
  shooter.wish.mx = 0;
  await shooter.until(() => world.own.arms[WeaponId.burst]!.carried, "the Burst", 5);
  shooter.wish.pick = WeaponId.burst + 1;
}

/** Keeps an eye on the target as it is drawn. Returns where it is while it makes a good mark, otherwise null. */
function watchMark(shooter: Player): () => Place | null {
  const { world } = shooter.session;
  let lastY = 0;
  let lastAt = 0;
  return () => {
    const prey = world.drones.find((drone) => !drone.self);
    if (prey === undefined || world.self === null) return null;
    const now = performance.now();
    const speed = (Math.abs(prey.y - lastY) * 1000) / Math.max(1, now - lastAt);
    lastY = prey.y;
    lastAt = now;
    const onField = prey.y > FIELD.top && prey.y < FIELD.bottom;
    const loaded = world.own.reloadProgress === 1 && world.self.weapon === WeaponId.burst;
    const fair = prey.alive && !prey.protected && world.self.alive && loaded;
    return fair && onField && speed > DRONE.speed * FAST ? prey : null;
  };
}

/** Waits until the server has answered all commands up to now. Returns how long that took, in ms. */
async function answered(shooter: Player): Promise<number> {
  const { link } = shooter.session.world;
  const { commands } = shooter;
  const began = performance.now();
  await shooter.until(() => shooter.commands - link.pendingInputs >= commands, "the answer to its shot", 10);
  return performance.now() - began;
}

/** Fires one burst at the target, the aim kept on it; null when it was not aimed true on the own screen after all. */
async function fireAt(shooter: Player, mark: Place): Promise<Shot | null> {
  const { world } = shooter.session;
  const from = shooter.events.length;
  const aim = (): void => {
    shooter.wish.aim = angleTo(mark.x - world.self!.x, mark.y - world.self!.y);
  };
  aim();
  const stopAiming = shooter.onFrame(aim);
  shooter.wish.buttons = Button.fire;
  await shooter.until(
    () => shooter.events.slice(from).some((e) => e.type === "trace" && e.own),
    "its shot",
    3,
  );
  shooter.wish.buttons = 0;
  stopAiming();
  // The trace on the own screen is clipped at the drone drawn in its way: this shot was aimed true.
  const aimed = shooter.events.slice(from).some((e) => e.type === "impact" && e.on === "drone");
  const tripMs = await answered(shooter);
  await shooter.wait(AFTER_SHOT_S);
  return aimed ? { tripMs, hit: shooter.events.slice(from).some((e) => e.type === "hit") } : null;
}

/**
 * One player shoots single bursts exactly at where the other one is drawn while that one runs across; both are in the
 * network. The first round of each burst is judged: it leaves on the tick of the click.
 * @param rewindMs the server's cap
 */
export async function duel(lab: Lab, net: Net, rewindMs: number, shots: number): Promise<Score> {
  const settings = { ARENA: "range", FILL: "0", ROUND_SECONDS: "3600", REWIND_MS: `${rewindMs}` };
  const scene = await lab.open(settings, net.shape);
  try {
    const shooter = await joinPlayer(scene.endpoint, "Shooter");
    const target = await joinPlayer(scene.endpoint, "Target", shooter.session.roomId);
    const stopPatrol = patrol(target);
    await fetchBurst(shooter);
    await shooter.wait(2);
    const mark = watchMark(shooter);
    const fired: Shot[] = [];
    while (fired.length < shots) {
      const seen = mark();
      const shot = seen === null ? null : await fireAt(shooter, seen);
      if (seen === null) await shooter.wait(0.02);
      if (shot !== null) fired.push(shot);
    }
    stopPatrol();
    await Promise.all([shooter.leave(), target.leave()]);
    return scoreOf(fired);
  } finally {
    await scene.close();
  }
}
