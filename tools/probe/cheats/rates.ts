import { DRONE, STARTER, TICK_HZ, weaponOf } from "../../../shared/content/index.ts";
import { Button, STEER_MAX } from "../../../shared/sim/index.ts";
import { joinModified } from "../../headless/index.ts";

/** What somebody gets out of a way to send inputs. */
export interface Rates {
  readonly pxPerTick: number;
  readonly shotsPerS: number;
}

/** How inputs are sent. */
export interface Style {
  readonly perSecond: number;
  /** How far the sticks go to the one side and to the other. */
  readonly least: number;
  readonly most: number;
  /** Whether it runs askew. */
  readonly askew: boolean;
  /** Whether the trigger is let go and pressed anew on every other input, in place of being held. */
  readonly mashes: boolean;
}

/** As the game's own client does it. */
export const HONEST: Style = {
  perSecond: TICK_HZ,
  least: -STEER_MAX,
  most: STEER_MAX,
  askew: false,
  mashes: false,
};

/** The pacer lets everybody run 2.5 % faster than time, to drain a backlog; measuring blurs as much again. */
const LEEWAY = 1.05;

/** What the rules allow within so many seconds; a shot may fall on each end. */
export function mostIn(seconds: number): Rates {
  return {
    pxPerTick: (DRONE.speed / TICK_HZ) * LEEWAY,
    shotsPerS: (TICK_HZ / weaponOf(STARTER).cooldownTicks) * LEEWAY + 1 / seconds,
  };
}

/** Rows of the map between which a runner runs. */
const TURNS = { top: 130, bottom: 510 };

/** Seconds before measuring: the credit of the first moments is spent then. */
const WARM_UP_S = 1;

/** Lets a client run to and fro and fire for a while, on the map `range`, alone. */
export async function measureRates(endpoint: string, style: Style, seconds: number): Promise<Rates> {
  const client = await joinModified(endpoint, "Runner");
  const { state } = client.raw.room;
  let way = 0;
  let last = { x: client.self()!.x, y: client.self()!.y };
  let down = true;
  client.perSecond = style.perSecond;
  // Whatever lies on the way, the shots of one weapon are counted.
  client.wish.pick = STARTER + 1;
  client.think = (wish, seq) => {
    const { y } = client.self()!;
    if (y > TURNS.bottom) down = false;
    else if (y < TURNS.top) down = true;
    wish.my = down ? style.most : style.least;
    // To the one side on the way down, to the other on the way up: no wall is met.
    wish.mx = style.askew ? wish.my : 0;
    wish.buttons = style.mashes && seq % 2 === 0 ? 0 : Button.fire;
  };
  client.raw.room.onStateChange(() => {
    const { x, y } = client.self()!;
    way += Math.hypot(x - last.x, y - last.y);
    last = { x, y };
  });
  await client.wait(WARM_UP_S);
  const before = { tick: state.tick, way, shots: await client.shots() };
  await client.until(() => state.tick - before.tick >= seconds * TICK_HZ, "its time", seconds * 3);
  const ticks = state.tick - before.tick;
  const walked = way - before.way;
  const fired = (await client.shots()) - before.shots;
  await client.leave();
  return { pxPerTick: walked / ticks, shotsPerS: (fired * TICK_HZ) / ticks };
}
