import type Phaser from "phaser";
import type { World } from "../net/world.ts";
import { createAim } from "./aim.ts";
import { createBolts } from "./bolts.ts";
import { createEye } from "./camera.ts";
import { createCourier } from "./courier.ts";
import { createDeathMark } from "./deathMark.ts";
import { createDecals } from "./decals.ts";
import { createDrones } from "./drones.ts";
import { createDrops } from "./drops.ts";
import { createEffects } from "./effects.ts";
import { createGrenades } from "./grenades.ts";
import { createHeard } from "./heard.ts";
import { createLayers } from "./layers.ts";
import { createLight } from "./light.ts";
import { createGround } from "./map.ts";
import { createMarkers } from "./markers.ts";
import { createMines } from "./mines.ts";
import { createNames } from "./names.ts";
import { createNumbers } from "./numbers.ts";
import { createRacks } from "./racks.ts";
import { createReticle } from "./reticle.ts";
import { createShade } from "./shade.ts";
import type { Taste } from "./taste.ts";
import { createTints } from "./tint.ts";
import { createVeil } from "./veil.ts";
import { createZones } from "./zones.ts";

/** Everything that can be seen in a scene, made before there is anything to show. */
export type Props = Awaited<ReturnType<typeof createProps>>;

/**
 * Makes them all. They look at the world that `eyes` hold, from when there is one.
 * @param pause lets others do something in between: all together take a slow device a dozen frames
 */
export async function createProps(scene: Phaser.Scene, taste: Taste, pause: () => Promise<void>) {
  const eyes: { world: World | null } = { world: null };
  const layers = createLayers(scene);
  const ground = createGround(scene, layers, taste);
  const light = createLight(scene, layers, taste);
  const shade = createShade(scene, layers, taste);
  const veil = createVeil({
    get arena() {
      if (eyes.world === null) throw new Error("there is nothing to look at yet");
      return eyes.world.arena;
    },
    get focus() {
      return eyes.world?.focus ?? null;
    },
  });
  const tints = createTints();
  await pause();
  const decals = createDecals(scene, layers, taste);
  const effects = createEffects(scene, layers, light, decals, tints, veil, taste);
  await pause();
  const names = createNames(scene, layers);
  const zones = createZones(scene, layers, taste);
  const courier = createCourier(scene, layers, taste);
  const racks = createRacks(scene, layers, taste);
  const drops = createDrops(scene, layers, veil, taste);
  const mines = createMines(scene, layers, tints, veil, taste);
  await pause();
  const drones = createDrones(scene, layers, names, effects, veil, taste);
  const bolts = createBolts(scene, layers, tints, veil);
  const grenades = createGrenades(scene, layers, tints, veil, taste);
  await pause();
  return {
    ...{
      eyes,
      ground,
      light,
      shade,
      veil,
      tints,
      decals,
      effects,
      names,
      zones,
      courier,
      racks,
      drops,
      mines,
    },
    ...{ drones, bolts, grenades },
    eye: createEye(0, 0),
    heard: createHeard(scene, layers),
    markers: createMarkers(scene, layers),
    numbers: createNumbers(scene, layers),
    aim: createAim(scene, layers),
    reticle: createReticle(scene, layers, taste),
    deathMark: createDeathMark(scene, layers, taste),
  };
}
