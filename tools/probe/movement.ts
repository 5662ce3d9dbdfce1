import { RUN_ON } from "../../client/net/pending.ts";
import { DRONE, TICK_HZ } from "../../shared/content/index.ts";
import { createRandom, TAU } from "../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../shared/sim/index.ts";
import { joinPlayer, type Player } from "../headless/index.ts";
import { NETS, netNamed, type Probe } from "./probe.ts";

/** Frames of 14 ms that the own action may take: a tick of 16.7 ms lies within two. */
const MOST_FRAMES = 2;

/** How much is measured. */
interface Extent {
  /** How often the own action is tried. */
  readonly starts: number;
  /** Seconds of free movement, and of pushing along walls. */
  readonly freeS: number;
  readonly wallsS: number;
}

/** A correction that nobody sees, in px: a tenth of a drone's width. */
const UNSEEN_PX = 0.1 * 2 * DRONE.radius;

/** The longest way, in px, that a drone goes in a frame of so many ms by itself, drawn to the nearest tick. */
function longestStep(frameMs: number): number {
  return (DRONE.dash.speed * (frameMs + 1000 / TICK_HZ)) / 1000;
}

/** Frames from the key to the first movement, once; null when the line hung, so that the drone waited for it by design. */
async function framesToMove(player: Player): Promise<number | null> {
  const { world } = player.session;
  let waited = false;
  player.wish.mx = 0;
  player.wish.my = 0;
  await player.wait(0.4);
  const { x } = world.self!;
  const { commands } = player;
  let frames = 0;
  let moved = false;
  const stop = player.onFrame(() => {
    if (moved) return;
    frames += 1;
    waited ||= frames === MOST_FRAMES && player.commands === commands && world.link.pendingInputs >= RUN_ON;
    moved = world.self!.x !== x;
  });
  player.wish.mx = x < 500 ? STEER_MAX : -STEER_MAX;
  await player.until(() => moved, "its own movement", 10);
  stop();
  return waited ? null : frames;
}

/** What the corrections were like while a player moved. */
interface Corrections {
  /** The largest that the server made, in px. */
  readonly largest: number;
  /** The largest step between two frames beyond what a drone can do, in px. */
  readonly jump: number;
}

/** Moves for some seconds; `steer` chooses a new direction every `everyS`. */
async function move(
  player: Player,
  seconds: number,
  everyS: number,
  steer: (wish: Player["wish"]) => void,
): Promise<Corrections> {
  const { world } = player.session;
  let largest = 0;
  let jump = 0;
  let last = { x: world.self!.x, y: world.self!.y, at: performance.now() };
  const stop = player.onFrame(() => {
    const { self, link } = world;
    const at = performance.now();
    largest = Math.max(largest, link.driftPeak);
    const step = Math.hypot(self!.x - last.x, self!.y - last.y);
    jump = Math.max(jump, step - longestStep(at - last.at));
    last = { x: self!.x, y: self!.y, at };
  });
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    steer(player.wish);
    await player.wait(everyS);
  }
  stop();
  return { largest, jump };
}

/** One drone alone in a room, so that nobody else can be the cause of a correction. */
export function createMovement({ starts: tries, freeS, wallsS }: Extent): Probe {
  return {
    name: "movement",
    short: [netNamed("cable"), netNamed("wifi-busy"), netNamed("transatlantic")],
    all: NETS,
    anywhere: true,
    async run(lab, { shape }) {
      const scene = await lab.open({ ARENA: "foundry", FILL: "0", ROUND_SECONDS: "3600" }, shape);
      try {
        const mover = await joinPlayer(scene.endpoint, "Mover");
        await mover.wait(1.5);
        const random = createRandom(11);
        const starts: number[] = [];
        let hung = 0;
        while (starts.length < tries && hung < tries) {
          const frames = await framesToMove(mover);
          if (frames === null) hung += 1;
          else starts.push(frames);
        }
        const free = await move(mover, freeS, 0.15, (wish) => {
          const angle = random.range(0, TAU);
          wish.mx = Math.round(Math.cos(angle) * STEER_MAX);
          wish.my = Math.round(Math.sin(angle) * STEER_MAX);
          wish.buttons = random.next() < 0.2 ? Button.dash : 0;
        });
        // Far enough in one direction to run into something, then along it.
        const walls = await move(mover, wallsS, 0.7, (wish) => {
          wish.mx = random.pick([-STEER_MAX, -60, 60, STEER_MAX]);
          wish.my = random.pick([-STEER_MAX, -60, 60, STEER_MAX]);
          wish.buttons = random.next() < 0.4 ? Button.dash : 0;
        });
        const { rttMs } = mover.session.world.link;
        await mover.leave();
        const late = starts.filter((frames) => frames > MOST_FRAMES).length;
        return [
          {
            claim: "own action starts on the frame of the next tick",
            measured: `frame ${Math.max(...starts)} (of 14 ms) at the latest in ${starts.length} tries (${hung} left out, the line hung); the server answers after ${rttMs.toFixed(0)} ms`,
            holds: late === 0 && starts.length === tries,
          },
          {
            claim: "drift between prediction and server is 0 in free movement",
            measured: `largest ${free.largest.toFixed(2)} px in ${freeS} s`,
            holds: free.largest === 0,
          },
          {
            claim: "no correction that can be seen after walls",
            measured: `largest ${walls.largest.toFixed(2)} px, largest jump of the picture ${Math.max(0, walls.jump).toFixed(2)} px in ${wallsS} s; allowed ${UNSEEN_PX.toFixed(1)}`,
            holds: walls.largest <= UNSEEN_PX && walls.jump <= UNSEEN_PX,
          },
        ];
      } finally {
        await scene.close();
      }
    },
  };
}
