/** What a round is about: four small modules of one shape. */
import type { ModeKey } from "../../../shared/content/index.ts";
import { createCourier } from "./courier.ts";
import { createFreeForAll } from "./ffa.ts";
import type { ModeRules } from "./mode.ts";
import { createTeamDeathmatch } from "./tdm.ts";
import { createUplink } from "./uplink.ts";

export type { ModeRules } from "./mode.ts";

const MAKERS: Readonly<Record<ModeKey, () => ModeRules>> = {
  ffa: createFreeForAll,
  tdm: createTeamDeathmatch,
  uplink: createUplink,
  courier: createCourier,
};

/** The rules of a mode, for one round. */
export function createMode(key: ModeKey): ModeRules {
  return MAKERS[key]();
}
