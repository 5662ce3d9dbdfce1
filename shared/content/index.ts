/** What the game is made of, as data: drones, weapons, items, modes, teams, times, ranges. Adding one is one literal. */
export { DRONE } from "./drone.ts";
export { DROP } from "./drops.ts";
export { type Gift, ITEMS, type Item, type ItemKey, ItemKind, itemOf, REACH } from "./items.ts";
export { INTERPOLATION, MAX_REWIND_MS, PATCH_MS, REWIND } from "./lag.ts";
export { MEDAL_RULES, MEDALS, type MedalKey } from "./medals.ts";
export { MODES, type Mode, ModeId, type ModeKey, modeOf, PACKET, ZONE_TICKS } from "./modes.ts";
export { MAX_TILES, POSITION, TILE, VELOCITY } from "./ranges.ts";
export { otherTeam, TEAMS, type Team, TeamId, type TeamKey, teamOf } from "./teams.ts";
export { type BotStrength, STRENGTHS, TEMPERAMENTS, type Temperament } from "./temperaments.ts";
export { seconds, TICK_HZ, TICK_MS, TICK_S } from "./time.ts";
export { VIEW_AREA, VIEW_MAX_ASPECT, viewSize } from "./view.ts";
export {
  type Blast,
  type BoltWeapon,
  type FlyingWeapon,
  type GrenadeWeapon,
  type HitscanWeapon,
  type Magazine,
  type MineWeapon,
  STARTER,
  WEAPONS,
  type Weapon,
  WeaponId,
  type WeaponKey,
  weaponOf,
} from "./weapons.ts";
