/** Short news that come and go: what everybody should know at once, and what the own drone has picked up. */
import { itemOf, otherTeam, TICK_HZ, WeaponId, weaponOf } from "../../shared/content/index.ts";
import type { World, WorldEvent } from "../net/index.ts";
import { t, teamName } from "../words/index.ts";
import type { Passing, Person } from "./feed.ts";
import { personOf } from "./person.ts";

/** How long a notice and a gain stay, in ms, and how many of them there is room for. */
export const NOTICE_MS = 3500;
export const NOTICES = 3;
export const GAIN_MS = 2000;
export const GAINS = 4;

/** One line below the clock. */
export interface Notice extends Passing {
  readonly says: string;
  /** `TeamId` of whom it is good for; 0 for nobody in particular. */
  readonly team: number;
  /** The own medal that it tells of, by its place in the table of medals; null for other news. */
  readonly medal: number | null;
}

/** Something picked up, such as "Rail 6". */
export interface Gain extends Passing {
  readonly says: string;
}

type GoalEvent = Extract<WorldEvent, { type: "goal" }>;

/** What somebody has done with a packet; you are spoken to. */
function told(what: "packetTaken" | "packetDropped" | "packetHome", who: Person, team: string): string {
  return who.self ? t(`goal.${what}ByYou`, { team }) : t(`goal.${what}`, { who: who.name, team });
}

/** What a goal event says; null for one that the objective below the clock tells well enough. */
export function goalSays({ what, team, by }: GoalEvent, world: Pick<World, "drones">): string | null {
  const who = personOf(world, by);
  switch (what) {
    case "zoneHeld":
      return null;
    case "zoneMoved":
      return t("goal.zoneMoved");
    case "packetTaken":
      // The event names who gains by it: what is carried off is the other team's.
      return told("packetTaken", who, teamName(otherTeam(team)));
    case "packetDropped":
      return told("packetDropped", who, teamName(team));
    case "packetReturned":
      return t("goal.packetReturned", { team: teamName(team) });
    case "packetHome":
      return told("packetHome", who, teamName(team));
  }
}

/** What the own drone got from a rack. */
export function giftSays(kind: number): string {
  const { gift, key } = itemOf(kind);
  const item = t(`item.${key}`);
  switch (gift.kind) {
    case "health":
    case "plating":
      return t("gain.amount", { item, amount: gift.amount });
    case "overclock":
      return t("gain.seconds", { item, seconds: gift.ticks / TICK_HZ });
    case "ammo":
      return item;
    case "weapon":
      return t("gain.rounds", {
        weapon: item,
        rounds: weaponOf(WeaponId[gift.weapon]).magazine?.racked ?? 0,
      });
  }
}
