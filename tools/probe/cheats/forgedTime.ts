import { DRONE, REACH, WeaponId } from "../../../shared/content/index.ts";
import { angleTo } from "../../../shared/math/index.ts";
import { Button, SEQ_MASK, STEER_MAX } from "../../../shared/sim/index.ts";
import {
  joinModified,
  joinPlayer,
  type ModifiedClient,
  type Player,
  readArena,
} from "../../headless/index.ts";

/** What became of shots at a picture that was said to be older than it was. */
export interface Score {
  readonly lieMs: number;
  readonly shots: number;
  readonly hits: number;
}

/** Rows of the map between which the target runs up and down. */
const TURNS = { top: 130, bottom: 510 };

/** px that a place must lie apart from all places of the last moments, to be hit by nothing but the lie. */
const APART = 3 * DRONE.radius;

/** ms that an honest shooter on a good link may see of the past, in steps. */
const RECENT_MS = [0, 30, 60, 90, 120];

function patrol({ session, wish, onFrame }: Player): () => void {
  wish.my = STEER_MAX;
  return onFrame(() => {
    const { self } = session.world;
    if (self === null || !self.alive) return;
    if (self.y < TURNS.top) wish.my = STEER_MAX;
    else if (self.y > TURNS.bottom) wish.my = -STEER_MAX;
  });
}

/** Goes to the nearest Burst, which fires rays, and stays there. */
async function fetchBurst(client: ModifiedClient): Promise<void> {
  const { items } = await readArena("range");
  const self = client.self()!;
  const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - self.x, y - self.y);
  const racks = items.filter(({ item }) => item === "burst");
  const rack = racks.sort((a, b) => away(a) - away(b))[0]!;
  client.wish.mx = rack.x < self.x ? -STEER_MAX : STEER_MAX;
  await client.until(() => away(rack) < REACH, "its way to the rack");
  client.wish.mx = 0;
  await client.until(() => self.burstLoaded > 0, "the Burst");
  client.wish.pick = WeaponId.burst + 1;
  await client.wait(1);
}

/** Where the target was on the lie's picture, if that is a place that it has clearly left; null otherwise. */
function markOf(client: ModifiedClient, slot: number, lieMs: number): { x: number; y: number } | null {
  const mark = client.sawAt(slot, lieMs);
  if (mark === null || lieMs === 0) return mark;
  for (const agoMs of RECENT_MS) {
    const place = client.sawAt(slot, agoMs - RECENT_MS.at(-1)! / 2);
    if (place !== null && Math.abs(place.y - mark.y) < APART) return null;
  }
  return mark;
}

/** Fires one pull at a mark; of the burst the first round is judged, which leaves with the pull. */
async function fireOnce(client: ModifiedClient, slot: number, lieMs: number): Promise<boolean | null> {
  const { hits } = client;
  let pulled = -1;
  client.think = (wish, seq) => {
    wish.buttons = 0;
    if (pulled >= 0) return;
    const self = client.self()!;
    const mark = markOf(client, slot, lieMs);
    if (mark === null) return;
    pulled = seq;
    wish.aim = angleTo(mark.x - self.x, mark.y - self.y);
    wish.buttons = Button.fire;
    client.lieMs = lieMs;
  };
  await client.wait(0.8);
  client.think = null;
  client.lieMs = 0;
  if (pulled < 0) return null;
  return hits.some(({ seq }) => seq === (pulled & SEQ_MASK));
}

/**
 * A modified client fires at where a running target was, and says that it saw it there right now: first without a lie,
 * then with pictures that are older by so many ms. On the map `range`, both on the link of the endpoint.
 */
export async function measureForgedTime(
  endpoint: string,
  lies: readonly number[],
  shots: number,
): Promise<Score[]> {
  const cheat = await joinModified(endpoint, "Cheat");
  const target = await joinPlayer(endpoint, "Target", cheat.raw.room.roomId);
  const stop = patrol(target);
  await fetchBurst(cheat);
  const fair = (): boolean => {
    const prey = target.session.world.self;
    const self = cheat.self();
    const moves = prey?.alive === true && !prey.protected && prey.y > TURNS.top && prey.y < TURNS.bottom;
    return moves && self !== null && self.cooldown === 0 && self.reload === 0 && self.burstLoaded > 0;
  };
  const scores: Score[] = [];
  for (const lieMs of lies) {
    let fired = 0;
    let hits = 0;
    while (fired < shots) {
      await cheat.until(fair, "a fair mark", 20);
      const hit = await fireOnce(cheat, target.session.world.self!.slot, lieMs);
      if (hit === null) continue;
      fired += 1;
      if (hit) hits += 1;
    }
    scores.push({ lieMs, shots: fired, hits });
  }
  stop();
  await Promise.all([cheat.leave(), target.leave()]);
  return scores;
}
