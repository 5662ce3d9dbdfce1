import { DRONE, type MineWeapon, modeOf, WEAPONS, weaponOf } from "../../../shared/content/index.ts";
import type { Random } from "../../../shared/math/index.ts";
import { noticesMine } from "../mines.ts";
import { areMates } from "../teams.ts";
import type { Fighter, Flight } from "../world.ts";
import type { Danger } from "./navigation.ts";
import { canSee, type Surroundings } from "./perception.ts";
import type { BotTraits } from "./traits.ts";

/** px that a bot keeps besides from what may explode. */
const MINE_MARGIN = 16;
const GRENADE_MARGIN = 50;
/** What a tile beside a mine costs on a way: a detour of forty tiles is better. */
const MINE_TOLL = 200;
/** Part of a second for which a grenade is thought on when running from it. */
const FORESIGHT_S = 0.25;

const MINE: MineWeapon = WEAPONS.find((weapon) => weapon.kind === "mine")!;

/** What a bot knows of things that explode. */
export interface Hazards {
  /** The mines that it has noticed and heeds, as circles to keep out of. */
  readonly mines: Danger[];
  /** The nearest grenade in sight that may hurt, or null. */
  grenade: Flight | null;
  /** px to that grenade. */
  distance: number;
  /** Looks around for mines and grenades. */
  look(world: Surroundings, self: Fighter): void;
  forget(): void;
}

/** Whether something that belongs to somebody may hurt a fighter, by the rules of the mode. */
function mayHurt(world: Surroundings, owner: Fighter, self: Fighter): boolean {
  const { selfDamage, teamDamage } = modeOf(world.state.mode);
  if (owner === self) return selfDamage > 0;
  return !areMates(owner.player, self.player) || teamDamage > 0;
}

/** Opens the eyes of a bot for mines and grenades. Who does not heed a mine when noticing it, never does. */
export function createHazards(traits: BotTraits, random: Random): Hazards {
  const heeded = new Map<string, boolean>();
  const hazards: Hazards = {
    mines: [],
    grenade: null,
    distance: 0,
    look(world, self) {
      hazards.mines.length = 0;
      for (const mine of world.mines) {
        if (mine.owner === self || areMates(mine.owner.player, self.player)) continue;
        let heeds = heeded.get(mine.key);
        if (heeds === undefined) {
          if (!noticesMine(world, self, mine)) continue;
          heeds = random.next() < traits.heed;
          heeded.set(mine.key, heeds);
        }
        const radius = MINE.triggerRadius + DRONE.radius + MINE_MARGIN;
        if (heeds) hazards.mines.push({ x: mine.state.x, y: mine.state.y, radius, toll: MINE_TOLL });
      }
      hazards.grenade = null;
      hazards.distance = Number.POSITIVE_INFINITY;
      for (const flight of world.flights) {
        const { grenade, state, shooter } = flight;
        const weapon = weaponOf(state.weapon);
        if (grenade === null || !("blast" in weapon) || !mayHurt(world, shooter, self)) continue;
        // The own one is no surprise.
        if (shooter !== self && world.state.tick - state.bornAt < traits.reactionTicks) continue;
        const dx = grenade.x - self.player.x;
        const dy = grenade.y - self.player.y;
        const distance = Math.sqrt(dx * dx + dy * dy);
        if (distance >= Math.min(hazards.distance, weapon.blast.radius + GRENADE_MARGIN)) continue;
        if (!canSee(world, self.player, grenade.x, grenade.y)) continue;
        hazards.grenade = flight;
        hazards.distance = distance;
      }
    },
    forget() {
      heeded.clear();
      hazards.mines.length = 0;
      hazards.grenade = null;
    },
  };
  return hazards;
}

/** Adds a shove away from the nearest grenade, from where it will be in a moment. */
export function shunGrenade(hazards: Hazards, self: Fighter, out: { x: number; y: number }): void {
  const grenade = hazards.grenade?.grenade ?? null;
  if (grenade === null) return;
  const dx = self.player.x - grenade.x - grenade.vx * FORESIGHT_S;
  const dy = self.player.y - grenade.y - grenade.vy * FORESIGHT_S;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance < 1) return;
  out.x += (dx / distance) * 2;
  out.y += (dy / distance) * 2;
}
