/** What happened becomes what the HUD tells: feed, notices, gains, wounds, the death screen, hints ticked off. */
import { MEDALS, weaponOf } from "../../shared/content/index.ts";
import type { World, WorldEvent } from "../net/index.ts";
import { t, teamName } from "../words/index.ts";
import { addPassing, FEED_LINES, type FeedLine } from "./feed.ts";
import { finishHint, type Hint } from "./hintMemory.ts";
import { GAINS, giftSays, goalSays, NOTICES } from "./notices.ts";
import { personOf } from "./person.ts";
import type { HudStore } from "./store.ts";

/** Own kills told at once. */
const KILL_POPS = 3;

/** Wounds shown at once; more of them say nothing more. */
const WOUNDS = 5;

type Event<T extends WorldEvent["type"]> = Extract<WorldEvent, { type: T }>;

export interface Recorder {
  /** @param now performance.now() at which it came */
  record(event: WorldEvent, world: World, now: number): void;
}

export function createRecorder(store: HudStore): Recorder {
  let nextId = 1;
  /** What each slot has dealt to the own drone in this life. */
  const dealt = new Map<number, { hits: number; damage: number }>();

  function finish(hint: Hint): void {
    store.hints.value = finishHint(store.hints.peek(), hint);
  }

  function tell(line: FeedLine): void {
    store.feed.value = addPassing(store.feed.peek(), line, FEED_LINES);
  }

  function announce(says: string, now: number, { team = 0, medal = null as number | null } = {}): void {
    const notice = { id: nextId++, at: now, says, team, medal };
    store.notices.value = addPassing(store.notices.peek(), notice, NOTICES);
  }

  function gain(says: string, now: number): void {
    store.gains.value = addPassing(store.gains.peek(), { id: nextId++, at: now, says }, GAINS);
  }

  function hurt({ by, damage, angle }: Event<"hurt">, now: number): void {
    const wound = { id: nextId++, angle, damage, at: now };
    store.wounds.value = [...store.wounds.peek(), wound].slice(-WOUNDS);
    const sum = dealt.get(by) ?? { hits: 0, damage: 0 };
    sum.hits += 1;
    sum.damage += damage;
    dealt.set(by, sum);
  }

  function kill(
    { killer: by, victim: whom, weapon, assists }: Event<"kill">,
    world: World,
    now: number,
  ): void {
    const victim = personOf(world, whom);
    const killer = by === whom ? null : personOf(world, by);
    const helpers = assists.map((slot) => personOf(world, slot));
    tell({ what: "kill", id: nextId++, killer, assists: helpers, victim, weapon, at: now });
    if (killer?.self === true) {
      const kill = { id: nextId++, victim, at: now };
      store.kills.value = addPassing(store.kills.peek(), kill, KILL_POPS);
    }
    if (!victim.self) return;
    const { hits, damage } = dealt.get(by) ?? { hits: 0, damage: 0 };
    store.death.value = { killer, weapon, hits, damage, link: null };
    dealt.clear();
  }

  /** Comes right after the kill. Bots have no screen. */
  function explain({ by, pingMs, rewindMs }: Event<"death">, world: World): void {
    const death = store.death.peek();
    const killer = world.drones.find(({ slot }) => slot === by);
    if (death === null || killer === undefined || killer.bot) return;
    store.death.value = { ...death, link: { pingMs, rewindMs } };
  }

  function medal({ medal: place, slot, own }: Event<"medal">, world: World, now: number): void {
    const row = MEDALS[place];
    if (row === undefined) return;
    if (own) announce(t(`medal.${row.key}`), now, { medal: place });
    else tell({ what: "medal", id: nextId++, who: personOf(world, slot), medal: place, at: now });
  }

  function goal(event: Event<"goal">, world: World, now: number): void {
    const says = goalSays(event, world);
    if (says !== null) announce(says, now, { team: event.team });
  }

  function enter(phase: Event<"phase">["phase"], now: number): void {
    // Only those who have seen the countdown are told that it is over.
    store.goAt.value = phase === "live" && store.phase.peek() === "countdown" ? now : null;
    if (phase === "countdown" || phase === "live") store.scoresPinned.value = false;
  }

  return {
    record(event, world, now) {
      switch (event.type) {
        case "hurt":
          hurt(event, now);
          break;
        case "kill":
          kill(event, world, now);
          break;
        case "death":
          explain(event, world);
          break;
        case "medal":
          medal(event, world, now);
          break;
        case "goal":
          goal(event, world, now);
          break;
        case "taken": {
          const rack = world.racks[event.rack];
          if (event.own && rack !== undefined) gain(giftSays(rack.kind), now);
          break;
        }
        case "picked":
          if (event.own) gain(t(`weapon.${weaponOf(event.weapon).key}`), now);
          break;
        case "moved":
          announce(t("goal.moved", { team: teamName(event.team) }), now, { team: event.team });
          break;
        case "phase":
          enter(event.phase, now);
          break;
        case "shot":
          if (event.own) finish("fire");
          break;
        case "dry":
          store.dryPulls.value += 1;
          break;
        case "dash":
          if (event.own) finish("dash");
          break;
        case "spawn":
          if (event.own) {
            dealt.clear();
            store.death.value = null;
          }
          break;
      }
    },
  };
}
