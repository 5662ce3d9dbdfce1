import { DRONE, TICK_HZ, TICK_MS } from "../../shared/content/index.ts";
import { STEER_MAX } from "../../shared/sim/index.ts";
import { joinPlayer, type Player } from "../headless/index.ts";
import type { Scene } from "./lab.ts";
import { NETS, netNamed, type Probe } from "./probe.ts";

/** How long everything hangs, and how long it may take until all is as before. In ms. */
const STALL_MS = 1000;
const MOST_MS = 500;

/** All must be well for so long, in ms, before it counts as over; a machine that is busy makes single frames late. */
const WELL_MS = 250;

/** How long, in ms, is waited for that. */
const PATIENCE_MS = 4000;

/**
 * Ticks beyond the usual that are no backlog, of inputs under way as of the age of the picture: a tenth of a second, as
 * much as the jitter of the worst line and a busy machine make, and a tenth of what the stall was.
 */
const SLACK = 6;

/** px by which a drone may be drawn beside where its speed takes it: a tenth of its width. */
const CAMERA_SLACK = 0.1 * 2 * DRONE.radius;

/** What has to be as before. */
const SIGNS = ["inputs", "picture", "camera"] as const;
type Sign = (typeof SIGNS)[number];

/** Lets a player run up and down, turning well before the walls. */
function patrol(player: Player): () => void {
  player.wish.my = STEER_MAX;
  return player.onFrame(() => {
    const { self } = player.session.world;
    if (self === null) return;
    if (self.y < 130) player.wish.my = STEER_MAX;
    else if (self.y > 510) player.wish.my = -STEER_MAX;
  });
}

/**
 * How old the picture of the others is, in ticks, link and all: what the witness has got by now is as good as the present.
 * The delays of both adapt to their lines, so the witness's own is left out of it.
 */
function age(player: Player, witness: Player): number {
  const { tick, link } = witness.session.world;
  return tick + link.interpolationMs / TICK_MS - player.session.world.tick;
}

/** What is usual before the stall. */
interface Usual {
  readonly pending: number;
  readonly age: number;
}

async function learn(player: Player, witness: Player): Promise<Usual> {
  const pending: number[] = [];
  const ages: number[] = [];
  const stop = player.onFrame(() => {
    pending.push(player.session.world.link.pendingInputs);
    ages.push(age(player, witness));
  });
  await player.wait(1.5);
  stop();
  ages.sort((a, b) => a - b);
  return { pending: Math.max(...pending), age: ages[ages.length >> 1]! };
}

/** When each sign was well again for good, in ms after the end of the stall. */
type Recovery = Record<Sign, number>;

async function recover(scene: Scene, player: Player, witness: Player): Promise<Recovery> {
  const usual = await learn(player, witness);
  const { world } = player.session;
  const ends = performance.now() + STALL_MS;
  scene.stall(STALL_MS);
  await player.wait((STALL_MS - 100) / 1000);

  const badUntil: Recovery = { inputs: 0, picture: 0, camera: 0 };
  let last = { x: world.self!.x, y: world.self!.y, at: performance.now() };
  let over = false;
  const stop = player.onFrame(() => {
    const at = performance.now();
    const own = Math.hypot(world.self!.x - last.x, world.self!.y - last.y);
    const most = (DRONE.speed * (at - last.at + 1000 / TICK_HZ)) / 1000 + CAMERA_SLACK;
    last = { x: world.self!.x, y: world.self!.y, at };
    const bad: Record<Sign, boolean> = {
      inputs: world.link.pendingInputs > usual.pending + SLACK,
      picture: age(player, witness) > usual.age + SLACK,
      camera: own > most,
    };
    for (const sign of SIGNS) if (bad[sign]) badUntil[sign] = Math.max(0, at - ends);
    over = at - ends > MOST_MS && at - ends - Math.max(...Object.values(badUntil)) > WELL_MS;
  });
  await player.until(() => over || performance.now() - ends > PATIENCE_MS, "its recovery", 10);
  stop();
  return badUntil;
}

/** What a stall leaves behind, and for how long. Another player, on a clear line, says what is going on meanwhile. */
export function createRecovery(tries: number): Probe {
  return {
    name: "recovery",
    short: [netNamed("cable")],
    all: NETS,
    anywhere: true,
    async run(lab, { shape }) {
      // One stall at a time: those of the network itself would be measured as part of ours.
      const scene = await lab.open(
        { ARENA: "range", FILL: "0", ROUND_SECONDS: "3600" },
        { ...shape, stalls: null, cuts: null, loss: 0 },
      );
      try {
        const player = await joinPlayer(scene.endpoint, "Stalled");
        const witness = await joinPlayer(scene.clearEndpoint, "Witness", player.session.roomId);
        const stops = [patrol(player), patrol(witness)];
        await player.wait(1.5);
        const all: Recovery[] = [];
        for (let i = 0; i < tries; i++) all.push(await recover(scene, player, witness));
        for (const stop of stops) stop();
        await Promise.all([player.leave(), witness.leave()]);
        const worst = (each: Recovery): number => Math.max(...Object.values(each));
        const good = all.filter((each) => worst(each) <= MOST_MS).length;
        const slowest = SIGNS.map(
          (sign) => `${sign} ${Math.max(...all.map((each) => each[sign])).toFixed(0)} ms`,
        );
        return [
          {
            claim: `after a stall of ${STALL_MS / 1000} s all is as before within ${MOST_MS} ms`,
            measured: `${good} of ${tries} times; slowest: ${slowest.join(", ")}`,
            holds: good === tries,
          },
        ];
      } finally {
        await scene.close();
      }
    },
  };
}
