import type Phaser from "phaser";

/** The bands of the picture from the ground up; nothing changes its depth in play, so nothing is ever sorted. */
export interface Layers {
  readonly ground: Phaser.GameObjects.Layer;
  /** What fights leave on the floor. */
  readonly decals: Phaser.GameObjects.Layer;
  /** The light, which darkens what lies below it and nothing above. */
  readonly light: Phaser.GameObjects.Layer;
  /** Zones and homes, on the floor. */
  readonly goals: Phaser.GameObjects.Layer;
  readonly racks: Phaser.GameObjects.Layer;
  readonly shadows: Phaser.GameObjects.Layer;
  readonly shots: Phaser.GameObjects.Layer;
  readonly drones: Phaser.GameObjects.Layer;
  /** The own drone, which nobody covers. */
  readonly self: Phaser.GameObjects.Layer;
  readonly debris: Phaser.GameObjects.Layer;
  /** All additive pictures: together, because each change of the blend mode costs a draw call. */
  readonly glow: Phaser.GameObjects.Layer;
  readonly labels: Phaser.GameObjects.Layer;
  /** Names, and numbers: each from a sheet of its own, so each by themselves. */
  readonly names: Phaser.GameObjects.Layer;
  readonly numbers: Phaser.GameObjects.Layer;
  readonly aim: Phaser.GameObjects.Layer;
}

/** Makes the bands in their order. */
export function createLayers(scene: Phaser.Scene): Layers {
  return {
    ground: scene.add.layer(),
    decals: scene.add.layer(),
    light: scene.add.layer(),
    goals: scene.add.layer(),
    racks: scene.add.layer(),
    shadows: scene.add.layer(),
    shots: scene.add.layer(),
    drones: scene.add.layer(),
    self: scene.add.layer(),
    debris: scene.add.layer(),
    glow: scene.add.layer(),
    labels: scene.add.layer(),
    names: scene.add.layer(),
    numbers: scene.add.layer(),
    aim: scene.add.layer(),
  };
}
