import { type Arena, inSight, type Spot } from "../../../shared/arena/index.ts";
import { angleTo } from "../../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../../shared/sim/index.ts";
import { joinModified, joinPlayer, type ModifiedClient, readArena } from "../../headless/index.ts";

/** What somebody did who could not have done anything. */
export interface Harm {
  /** Inputs that held the trigger. */
  readonly pulls: number;
  /** Shots that left, by the server's books. */
  readonly shots: number;
  readonly hits: number;
}

/** px at which the one who is to destroy the cheat opens fire. */
const NEAR = 300;

/** px within which a bolt of the Pulse would arrive. */
const WITHIN_RANGE = 600;

/** How long the way there may take. */
const APPROACH_MS = 4000;

/** Lies about the picture while shooting at walls, in ms. */
const LIES = [0, 100, 400, 2000];

/** Shoots with the knowledge of where a target is, not with eyes. */
function aimAt(client: ModifiedClient, place: () => { x: number; y: number }, pulled: () => void): void {
  client.think = (wish, seq) => {
    const self = client.self()!;
    const { x, y } = place();
    wish.aim = angleTo(x - self.x, y - self.y);
    wish.buttons = seq % 2 === 0 ? Button.fire : 0;
    if (seq % 2 === 0) pulled();
  };
}

/** A cheat is destroyed and goes on aiming and firing at who did it until it comes back. On the map `range`. */
export async function measureDeadShooter(endpoint: string): Promise<Harm> {
  const cheat = await joinModified(endpoint, "Cheat");
  const hunter = await joinModified(endpoint, "Hunter", cheat.raw.room.roomId);
  await cheat.until(() => !cheat.self()!.protected, "the end of its protection");
  hunter.think = (wish) => {
    const self = hunter.self()!;
    const prey = cheat.self()!;
    const near = Math.hypot(prey.x - self.x, prey.y - self.y) < NEAR;
    wish.aim = angleTo(prey.x - self.x, prey.y - self.y);
    wish.mx = near ? 0 : prey.x < self.x ? -STEER_MAX : STEER_MAX;
    wish.buttons = near ? Button.fire : 0;
  };
  await cheat.until(() => cheat.self()!.alive === 0, "its end", 15);
  hunter.think = (wish) => Object.assign(wish, { mx: 0, my: 0, buttons: 0 });
  const before = { shots: await cheat.shots(), hits: cheat.hits.length };
  let pulls = 0;
  aimAt(
    cheat,
    () => hunter.self()!,
    () => {
      pulls += 1;
    },
  );
  await cheat.wait(1.5);
  const alive = cheat.self()!.alive !== 0;
  const after = { shots: await cheat.shots(), hits: cheat.hits.length };
  await Promise.all([cheat.leave(), hunter.leave()]);
  if (alive) throw new Error("came back before the measurement was over");
  return { pulls, shots: after.shots - before.shots, hits: after.hits - before.hits };
}

/** Flies towards somebody until a shot would reach, and stops there. Returns whether that was behind walls. */
async function sneakUp(client: ModifiedClient, arena: Arena, prey: Spot): Promise<boolean> {
  const away = (): number => Math.hypot(prey.x - client.self()!.x, prey.y - client.self()!.y);
  const hidden = (): boolean => {
    const { x, y } = client.self()!;
    return !inSight(arena, x, y, prey.x, prey.y);
  };
  client.think = (wish) => {
    const { x, y } = client.self()!;
    const far = away() > WITHIN_RANGE;
    wish.mx = far ? Math.round(((prey.x - x) / away()) * STEER_MAX) : 0;
    wish.my = far ? Math.round(((prey.y - y) / away()) * STEER_MAX) : 0;
  };
  const began = performance.now();
  await client.until(
    () => away() <= WITHIN_RANGE || !hidden() || performance.now() - began > APPROACH_MS,
    "the approach",
  );
  // It comes to rest.
  await client.wait(0.3);
  return away() <= WITHIN_RANGE && hidden();
}

/**
 * A cheat that knows where somebody stands behind walls fires there, with lies about the picture and without.
 * @param map the server's map; one with walls
 */
export async function measureWalls(endpoint: string, map: string, seconds: number): Promise<Harm> {
  const arena = await readArena(map);
  const target = await joinPlayer(endpoint, "Target");
  const prey = target.session.world.self!;
  let cheat = await joinModified(endpoint, "Cheat", target.session.roomId);
  for (let tries = 0; !(await sneakUp(cheat, arena, prey)); tries++) {
    if (tries === 10) throw new Error("always was far away or in sight");
    await cheat.leave();
    cheat = await joinModified(endpoint, "Cheat", target.session.roomId);
  }
  await cheat.until(
    () => !prey.protected && target.session.world.self?.protected === false,
    "its protection",
  );
  let pulls = 0;
  aimAt(
    cheat,
    () => prey,
    () => {
      pulls += 1;
      cheat.lieMs = LIES[pulls % LIES.length]!;
    },
  );
  await cheat.wait(seconds);
  const harm = { pulls, shots: await cheat.shots(), hits: cheat.hits.length };
  await Promise.all([cheat.leave(), target.leave()]);
  return harm;
}

/** How a client that tries to set fields of the server fares. */
export interface Break {
  /** px that its drone has moved, as somebody else sees it. */
  readonly movedPx: number;
  /** How its connection ended. */
  readonly code: number;
}

/** Tries to write where it is: as a field of the input that does not exist, and as a message. On any map. */
export async function measureTeleport(endpoint: string, way: "field" | "message"): Promise<Break> {
  const witness = await joinModified(endpoint, "Witness");
  const cheat = await joinModified(endpoint, "Cheat", witness.raw.room.roomId);
  const seen = () => witness.raw.room.state.players.get(cheat.raw.room.sessionId);
  await witness.until(() => seen() !== undefined, "the cheat");
  const { x, y } = cheat.self()!;
  let movedPx = 0;
  witness.raw.room.onStateChange(() => {
    const drone = cheat.self();
    if (drone !== null) movedPx = Math.max(movedPx, Math.hypot(drone.x - x, drone.y - y));
  });
  for (let i = 0; i < 5; i++) {
    // An input whose field 9 is 4000, and a state field by its name.
    if (way === "field") cheat.raw.sendFrame([0x13, 0x80 | 9, 0xcd, 0x0f, 0xa0]);
    else cheat.raw.room.send("position", { x: 900, y: 500, health: 9999 });
  }
  const code = await cheat.raw.closed;
  await witness.wait(0.3);
  await Promise.all([cheat.leave(), witness.leave()]);
  return { movedPx, code };
}
