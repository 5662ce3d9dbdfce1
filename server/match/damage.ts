import { DRONE, MEDAL_RULES, seconds, weaponOf } from "../../shared/content/index.ts";
import { angleTo } from "../../shared/math/index.ts";
import { SEQ_MASK } from "../../shared/sim/index.ts";
import { isPlay } from "../../shared/state/index.ts";
import { dropWeapon } from "./drops.ts";
import { award } from "./records.ts";
import { remove } from "./spawns.ts";
import { areMates, damageFactor } from "./teams.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** Damage in one life, and how recent it must be, that makes somebody else's kill an assist. */
const ASSIST_DAMAGE = 25;
const ASSIST_TICKS = seconds(12);

/** A target as its shooter saw it: where it was, and how far the server looked back for that, in ms. */
export interface SeenTarget {
  readonly x: number;
  readonly y: number;
  readonly agoMs: number;
}

/** What hits somebody: by whom, with what and where. */
export interface Strike {
  readonly shooter: Fighter;
  readonly weapon: number;
  /** Number of the command that caused it. */
  readonly seq: number;
  /** Where, and the direction in which it went, as a vector of any length. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** How its shooter saw the target; absent for what is decided in the present. */
  readonly seen?: SeenTarget;
}

/** Whether a fighter's weapons go through another instead of hurting. */
export function isSpared(world: MatchWorld, shooter: Fighter, target: Fighter): boolean {
  return damageFactor(world, shooter, target) === 0;
}

/** The plating takes its part of a hit. Returns what is left for the drone. */
function throughPlating(target: Fighter, damage: number): number {
  const { player } = target;
  const absorbed = Math.min(player.plating, Math.floor(damage * DRONE.plating.absorbs));
  player.plating -= absorbed;
  return damage - absorbed;
}

function settleMedals(world: MatchWorld, killer: Fighter, victim: Fighter, weapon: number): void {
  const { tally, player } = killer;
  const { tick } = world.state;
  if (!world.bloodshed) award(world, killer, "firstBlood");
  world.bloodshed = true;
  if (tick - tally.killedAt <= MEDAL_RULES.doubleTicks) award(world, killer, "double");
  if (tally.lifeKills === MEDAL_RULES.streakKills) award(world, killer, "streak");
  if (tally.deathsInRow >= MEDAL_RULES.comebackDeaths) award(world, killer, "comeback");
  const dx = victim.player.x - player.x;
  const dy = victim.player.y - player.y;
  // Whoever lays a mine and flies far away has not aimed at anybody from there.
  const aimed = weaponOf(weapon).kind !== "mine";
  if (aimed && dx * dx + dy * dy >= MEDAL_RULES.longShotFrom ** 2) award(world, killer, "longShot");
  for (const spot of world.mode.guarded(world, player.team)) {
    const gx = victim.player.x - spot.x;
    const gy = victim.player.y - spot.y;
    if (gx * gx + gy * gy > MEDAL_RULES.defenderWithin ** 2) continue;
    award(world, killer, "defender");
    break;
  }
  tally.killedAt = tick;
  tally.deathsInRow = 0;
}

function creditAssists(world: MatchWorld, killer: Fighter, victim: Fighter): number[] {
  const assists: number[] = [];
  for (const [helper, wound] of victim.wounds) {
    if (helper === killer || helper === victim || world.fighters.get(helper.id) !== helper) continue;
    if (wound.damage < ASSIST_DAMAGE || world.state.tick - wound.tick > ASSIST_TICKS) continue;
    helper.player.assists += 1;
    assists.push(helper.player.slot);
  }
  return assists;
}

/** Tells the victim how it looked to the killer. */
function tellDeath(world: MatchWorld, victim: Fighter, { shooter, weapon, seen }: Strike): void {
  const { x, y } = seen ?? victim.player;
  world.events.push({
    type: "death",
    to: { only: victim.id },
    data: {
      by: shooter.player.slot,
      weapon,
      x: Math.round(x),
      y: Math.round(y),
      pingMs: shooter.player.ping,
      rewindMs: Math.round(seen?.agoMs ?? 0),
    },
  });
}

/** Settles a death: score, records, what is left behind. */
function kill(world: MatchWorld, victim: Fighter, strike: Strike): void {
  const { shooter: killer, weapon } = strike;
  const suicide = killer === victim || areMates(killer.player, victim.player);
  victim.player.deaths += 1;
  victim.tally.deathsInRow += 1;
  victim.tally.lifeKills = 0;
  const assists = creditAssists(world, killer, victim);
  if (!suicide) {
    killer.player.kills += 1;
    killer.tally.killsWith[weapon]! += 1;
    killer.tally.lifeKills += 1;
    killer.tally.streak = Math.max(killer.tally.streak, killer.tally.lifeKills);
    settleMedals(world, killer, victim, weapon);
  }
  world.events.push({
    type: "kill",
    to: { all: true },
    data: {
      killer: killer.player.slot,
      victim: victim.player.slot,
      weapon,
      tick: world.state.tick,
      assists,
    },
  });
  if (killer !== victim) tellDeath(world, victim, strike);
  if (suicide) killer.player.score -= 1;
  else world.mode.killed(world, killer);
  world.mode.fell(world, victim);
  dropWeapon(world, victim);
  remove(world, victim);
}

/**
 * Takes health by the rules of the mode, tells both sides, and settles a death. Stage 6 of the tick.
 * Nothing counts outside of play: people may still fly around before and after a round.
 * @returns whether an enemy was hurt
 */
export function hurt(world: MatchWorld, target: Fighter, amount: number, strike: Strike): boolean {
  const { shooter } = strike;
  const { player } = target;
  if (!isPlay(world.state.phase) || player.alive === 0 || player.protected) return false;
  const damage = Math.round(amount * damageFactor(world, shooter, target));
  if (damage <= 0) return false;
  const before = player.health + player.plating;
  player.health = Math.max(0, player.health - throughPlating(target, damage));
  const dealt = before - player.health - player.plating;
  const fatal = player.health === 0;
  const foe = shooter !== target && !areMates(shooter.player, player);
  if (foe) {
    shooter.tally.damage += dealt;
    const wound = target.wounds.get(shooter) ?? { damage: 0, tick: 0 };
    wound.damage += dealt;
    wound.tick = world.state.tick;
    target.wounds.set(shooter, wound);
  }
  if (shooter !== target) {
    world.events.push({
      type: "hit",
      to: { only: shooter.id },
      data: {
        victim: player.slot,
        damage: dealt,
        x: Math.round(strike.x),
        y: Math.round(strike.y),
        seq: strike.seq & SEQ_MASK,
        fatal,
      },
    });
  }
  const from = angleTo(-strike.dx, -strike.dy);
  world.events.push({
    type: "hurt",
    to: { only: target.id },
    data: { by: shooter.player.slot, damage: dealt, angle: from },
  });
  if (foe) target.brain?.feelHit(from, shooter.player.slot, world.state.tick);
  if (fatal) kill(world, target, strike);
  return foe;
}
