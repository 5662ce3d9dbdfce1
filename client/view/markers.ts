import type Phaser from "phaser";
import { teamOf } from "../../shared/content/index.ts";
import type { Packet, World } from "../net/world.ts";
import { ART_SCALE, addPicture, type Frame } from "./art.ts";
import type { Eye, Picture } from "./camera.ts";
import type { Layers } from "./layers.ts";
import { placeOnRim } from "./rim.ts";
import { teamTint } from "./tint.ts";

/** The most that can be off the picture at once: two packets and a home, or a zone. */
const MOST = 4;
/** Size at zoom 1, as a share of the pictures' natural one: marks keep their size in the window, as the HUD does. */
const SIZE = 1.25;
/** css px from the icon to the arrow before it. */
const ARROW_AHEAD = 24;
const ALPHA = 0.9;

interface Marker {
  readonly icon: Phaser.GameObjects.Image;
  readonly badge: Phaser.GameObjects.Image;
  readonly arrow: Phaser.GameObjects.Image;
}

/** Marks at the rim of the picture for what a mode is about and is not in the picture. */
export interface Markers {
  draw(world: World, eye: Eye, picture: Picture): void;
}

/** Makes the pictures beforehand. */
export function createMarkers(scene: Phaser.Scene, layers: Layers): Markers {
  const markers = Array.from({ length: MOST }, (): Marker => {
    return {
      icon: addPicture(scene, layers.aim, "icon-zone").setVisible(false).setAlpha(ALPHA),
      badge: addPicture(scene, layers.aim, "badge-circle").setVisible(false).setAlpha(ALPHA),
      arrow: addPicture(scene, layers.aim, "arrow").setVisible(false).setAlpha(ALPHA),
    };
  });
  const spot = { seen: false, x: 0, y: 0, angle: 0 };
  let used = 0;

  /** @param team whose badge lies on the icon; 0 for none */
  const mark = (
    eye: Eye,
    picture: Picture,
    frame: Frame,
    tint: number,
    team: number,
    x: number,
    y: number,
  ): void => {
    placeOnRim(eye, picture, x, y, spot);
    if (spot.seen || used === MOST) return;
    const { icon, badge, arrow } = markers[used++]!;
    const size = (ART_SCALE * SIZE) / picture.zoom;
    const ahead = ARROW_AHEAD / picture.zoom;
    const shape = teamOf(team)?.shape;
    icon.setVisible(true).setFrame(frame).setPosition(spot.x, spot.y).setScale(size).setTint(tint);
    badge
      .setVisible(shape !== undefined)
      .setPosition(spot.x, spot.y)
      .setScale(size);
    if (shape !== undefined) badge.setFrame(`badge-${shape}`);
    arrow
      .setVisible(true)
      .setPosition(spot.x + Math.cos(spot.angle) * ahead, spot.y + Math.sin(spot.angle) * ahead)
      .setRotation(spot.angle)
      .setScale(size)
      .setTint(tint);
  };

  /** Whether the place of a packet is known: not while somebody carries it whom nobody here sees. */
  const isKnown = ({ carrier }: Packet, world: World): boolean => {
    if (carrier === null) return true;
    for (const drone of world.drones) if (drone.slot === carrier) return drone.seen;
    return false;
  };

  /** The own packet at home is as it should be; everything else about packets is news. */
  const concerns = (packet: Packet, world: World): boolean =>
    !(packet.home && packet.team === world.focus?.team) &&
    packet.carrier !== world.focus?.slot &&
    isKnown(packet, world);

  return {
    draw(world, eye, picture) {
      used = 0;
      const { zone, focus } = world;
      if (zone !== null) {
        const frame = zone.contested ? "icon-contested" : "icon-zone";
        mark(
          eye,
          picture,
          frame,
          teamTint(zone.holder).full,
          zone.contested ? 0 : zone.holder,
          zone.x,
          zone.y,
        );
      }
      for (const packet of world.packets) {
        if (!concerns(packet, world)) continue;
        mark(eye, picture, "packet", teamTint(packet.team).full, packet.team, packet.x, packet.y);
      }
      if (focus?.laden) {
        for (const home of world.arena.homes) {
          if (home.team !== focus.team) continue;
          mark(eye, picture, "icon-home", teamTint(home.team).full, 0, home.x, home.y);
        }
      }
      for (let i = used; i < MOST; i++) {
        const { icon, badge, arrow } = markers[i]!;
        icon.setVisible(false);
        badge.setVisible(false);
        arrow.setVisible(false);
      }
    },
  };
}
