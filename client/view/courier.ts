import type Phaser from "phaser";
import type { Arena, Home } from "../../shared/arena/index.ts";
import { PACKET, TICK_S, teamOf } from "../../shared/content/index.ts";
import type { Packet, World } from "../net/world.ts";
import { ART_SCALE, addPicture, UNIT } from "./art.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";
import { teamTint } from "./tint.ts";

/** Opacity of a home's mark, stronger for the home to which a packet may be brought. */
const HOME_ALPHA = 0.55;
const OWN_HOME_ALPHA = 0.9;
/** A packet moves up and down by this many px, this fast in radians per ms. */
const BOB = 1.8;
const BOB_RATE = 0.004;
/** Radius in world px of the ring picture, and of the ring that shrinks while a packet lies about. */
const RING_RADIUS = 60 * UNIT;
const LYING = { from: 34, to: 14 } as const;
const WHITE = 0xffffff;

/** Where a packet belongs, on the floor. */
interface Pad {
  readonly home: Home;
  readonly base: Phaser.GameObjects.Image;
  readonly shape: Phaser.GameObjects.Image;
}

/** Homes and packets of Courier. What is carried is drawn with its carrier. */
export interface Courier {
  enter(arena: Arena): void;
  draw(world: World, now: number): void;
}

export function createCourier(scene: Phaser.Scene, layers: Layers, taste: Taste): Courier {
  let pads: Pad[] = [];
  // One packet a team.
  const parcels = Array.from({ length: 2 }, () => ({
    ring: addPicture(scene, layers.racks, "ring-thin").setVisible(false),
    box: addPicture(scene, layers.racks, "packet").setVisible(false),
    badge: addPicture(scene, layers.racks, "badge-circle").setVisible(false),
  }));

  const createPad = (home: Home): Pad => {
    const shape = teamOf(home.team)?.shape ?? "circle";
    const picture = (frame: "home" | "home-circle" | "home-diamond"): Phaser.GameObjects.Image =>
      addPicture(scene, layers.goals, frame).setPosition(home.x, home.y).setVisible(false);
    return { home, base: picture("home"), shape: picture(`home-${shape}`) };
  };

  const drawParcel = (packet: Packet, parcel: (typeof parcels)[number], now: number): void => {
    const lies = packet.carrier === null;
    const lost = lies && !packet.home;
    parcel.box.setVisible(lies);
    parcel.badge.setVisible(lies);
    parcel.ring.setVisible(lost);
    if (!lies) return;
    const tint = teamTint(packet.team).full;
    const y = packet.y + (taste.still ? 0 : Math.sin(now * BOB_RATE + packet.team) * BOB);
    parcel.box.setPosition(packet.x, y).setTint(tint);
    parcel.badge
      .setFrame(`badge-${teamOf(packet.team)?.shape ?? "circle"}`)
      .setPosition(packet.x, y)
      .setTint(WHITE);
    const left = packet.returnsIn / (PACKET.lieTicks * TICK_S);
    parcel.ring
      .setPosition(packet.x, packet.y)
      .setScale((ART_SCALE * (LYING.to + (LYING.from - LYING.to) * left)) / RING_RADIUS)
      .setTint(tint);
  };

  return {
    enter(arena) {
      for (const { base, shape } of pads) {
        base.destroy();
        shape.destroy();
      }
      pads = arena.homes.map(createPad);
    },
    draw(world, now) {
      const playing = world.packets.length > 0;
      for (const { home, base, shape } of pads) {
        const alpha = home.team === world.focus?.team ? OWN_HOME_ALPHA : HOME_ALPHA;
        const tint = teamTint(home.team).full;
        base.setVisible(playing).setAlpha(alpha).setTint(tint);
        shape
          .setVisible(playing)
          .setAlpha(alpha * 0.7)
          .setTint(tint);
      }
      for (let i = 0; i < parcels.length; i++) {
        const parcel = parcels[i]!;
        const packet = world.packets[i];
        if (packet !== undefined) {
          drawParcel(packet, parcel, now);
          continue;
        }
        parcel.ring.setVisible(false);
        parcel.box.setVisible(false);
        parcel.badge.setVisible(false);
      }
    },
  };
}
