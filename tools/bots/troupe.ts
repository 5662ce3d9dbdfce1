import { performance } from "node:perf_hooks";
import { createRandom } from "../../shared/math/index.ts";
import { type Link, openLink, PROFILES } from "../netlab/netlab.ts";
import { type Bot, type BotSetup, NoSeat } from "./bot.ts";
import type { Task } from "./crew.ts";
import { joinFull } from "./full.ts";
import { joinLean } from "./lean.ts";
import { createLedger, type Report } from "./ledger.ts";

/** ms between two looks at which players are due for a frame. */
const PUMP_MS = 3;

/** What a player does who was turned away for the server's limits: so many tries, so many ms apart. */
const TRIES = 8;
const TRY_AGAIN_MS = 2500;

/** Players of a thread who may be at the door at a time: a thread that falls behind would let all their seats expire. */
const AT_THE_DOOR = 6;

/** ms for which somebody who left is away before joining anew, at least and at most. */
const AWAY_MS = [500, 4000] as const;

/** A place in the load: whoever fills it. */
interface Place {
  readonly index: number;
  readonly link: Link | null;
  bot: Bot | null;
  /** When it may be filled, and when its player is due for a frame. */
  joinAt: number;
  frameAt: number;
  tries: number;
  hasEntered: boolean;
  generation: number;
  busy: boolean;
}

/** The players of one thread. */
export interface Troupe {
  report(): Omit<Report, "heldBytes">;
  /** Everybody leaves; nobody comes any more. */
  leave(): Promise<void>;
}

/** Brings the players in and keeps them playing. */
export function createTroupe(task: Task): Troupe {
  const ledger = createLedger();
  const random = createRandom(task.seed);
  const join = task.lean ? joinLean : joinFull;
  const places: Place[] = [];
  const began = performance.now();
  let isClosing = false;
  let atTheDoor = 0;
  let cpu = process.threadCpuUsage();
  let utilization = performance.eventLoopUtilization();
  let pumpedAt = began;

  const open = async (): Promise<void> => {
    for (const { index, afterMs } of task.joins) {
      const link =
        task.net === null
          ? null
          : await openLink(Number(task.port), PROFILES[task.net].shape, {
              host: task.host,
              seed: task.seed + index + 1,
            });
      const at = began + afterMs;
      places.push({
        index,
        link,
        bot: null,
        joinAt: at,
        frameAt: 0,
        tries: 0,
        hasEntered: false,
        generation: 0,
        busy: false,
      });
    }
  };

  const setupFor = (place: Place): BotSetup => ({
    endpoint: place.link?.endpoint ?? task.endpoint,
    name: `Bot ${place.index}.${place.generation}`,
    skill: task.skill,
    seed: random.int(0x7fffffff),
  });

  const fill = async (place: Place): Promise<void> => {
    place.busy = true;
    atTheDoor += 1;
    const asked = performance.now();
    try {
      place.bot = await join(setupFor(place), ledger);
      place.tries = 0;
      place.hasEntered = true;
      // Players are spread over the frame: all at once would be a burst that no crowd makes.
      place.frameAt = performance.now() + random.next() * task.frameMs;
      ledger.counts.joins += 1;
      ledger.spreads.join.record((performance.now() - asked) * 1000);
      if (isClosing) await place.bot.leave();
    } catch (error) {
      place.tries += 1;
      const limited = error instanceof NoSeat && error.limited;
      const text = error instanceof Error ? error.message : String(error);
      if (limited && place.tries < TRIES) {
        ledger.counts.refused += 1;
        ledger.note(`refused: ${text}`);
      } else ledger.fault(`no seat: ${text}`);
      place.joinAt = performance.now() + TRY_AGAIN_MS;
    } finally {
      atTheDoor -= 1;
      place.busy = false;
    }
  };

  const vacate = async (place: Place, bot: Bot): Promise<void> => {
    place.busy = true;
    place.bot = null;
    await bot.leave();
    place.generation += 1;
    place.joinAt = performance.now() + random.range(...AWAY_MS);
    place.busy = false;
  };

  /** Lets happen to players what happens to players, once a second. */
  const churn = (): void => {
    for (const place of places) {
      const { bot } = place;
      if (bot === null || place.busy || !bot.playing || random.next() >= task.churnPerMin / 60) continue;
      if (random.next() < 0.5) bot.breakOff();
      else void vacate(place, bot);
    }
  };

  const move = (place: Place, now: number): void => {
    const { bot } = place;
    if (bot === null) {
      if (!place.busy && !isClosing && now >= place.joinAt && atTheDoor < AT_THE_DOOR) void fill(place);
      return;
    }
    if (now < place.frameAt) return;
    place.frameAt += task.frameMs;
    // After a hitch there is one frame, as on a screen.
    if (place.frameAt < now) place.frameAt = now + task.frameMs;
    try {
      bot.frame(now);
    } catch (error) {
      ledger.fault(`a player's program failed: ${error instanceof Error ? error.stack : error}`);
      void vacate(place, bot);
      return;
    }
    if (bot.gone && !place.busy) void vacate(place, bot);
  };

  const pump = setInterval(() => {
    const now = performance.now();
    // How long this thread let its players wait: no latency that they measure is known better than this.
    ledger.spreads.generator.record((now - pumpedAt - PUMP_MS) * 1000);
    pumpedAt = now;
    for (const place of places) move(place, now);
  }, PUMP_MS);
  const seconds = setInterval(() => {
    for (const { bot } of places) if (bot?.playing) bot.second();
    if (!isClosing) churn();
  }, 1000);
  void open().catch((error: Error) => ledger.fault(`the network could not be made: ${error.message}`));

  return {
    report() {
      const since = performance.eventLoopUtilization(utilization);
      utilization = performance.eventLoopUtilization();
      const spent = process.threadCpuUsage(cpu);
      cpu = process.threadCpuUsage();
      const bots = places.flatMap(({ bot }) => (bot?.playing ? [bot] : []));
      return {
        ...ledger.take(),
        playing: bots.length,
        entered: places.filter(({ hasEntered }) => hasEntered).length,
        pending: bots.reduce((sum, bot) => sum + bot.pending, 0),
        busy: since.utilization,
        cpuMs: (spent.user + spent.system) / 1000,
      };
    },
    async leave() {
      isClosing = true;
      for (const { bot, busy, tries } of places)
        if (bot === null && !busy && tries > 0) ledger.fault("somebody never got in");
      await Promise.all(places.map(({ bot }) => bot?.leave()));
      clearInterval(pump);
      clearInterval(seconds);
      await Promise.all(places.map(({ link }) => link?.close()));
    },
  };
}
