import type Phaser from "phaser";
import { addPicture, OUTLINE } from "./art.ts";
import type { Layers } from "./layers.ts";
import type { Names } from "./names.ts";
import type { Taste } from "./taste.ts";

/** World px above a drone's middle. */
const BAR_ABOVE = 25;
const NAME_ABOVE = 28;
const BAR_WIDTH = 32;
const BAR_HEIGHT = 3.2;
const BAR_RIM = 1.2;
/** Units of the `pixel` picture. */
const PIXEL_UNITS = 8;

/** Name and health over somebody else's drone. */
export interface Label {
  draw(name: string, health: number, x: number, y: number, tint: number, alpha: number): void;
  hide(): void;
  destroy(): void;
}

/** Makes a label that shows nothing yet. */
export function createLabel(scene: Phaser.Scene, layers: Layers, names: Names, taste: Taste): Label {
  const rim = addPicture(scene, layers.labels, "pixel").setTint(OUTLINE).setAlpha(0.85);
  const fill = addPicture(scene, layers.labels, "pixel").setOrigin(0, 0.5);
  const tag = names.create();
  const perUnit = rim.width / PIXEL_UNITS;
  const pixelScale = (length: number): number => length / (PIXEL_UNITS * perUnit);

  const setVisible = (visible: boolean): void => {
    rim.setVisible(visible);
    fill.setVisible(visible);
  };
  setVisible(false);

  return {
    draw(name, health, x, y, tint, alpha) {
      setVisible(true);
      const bar = y - BAR_ABOVE;
      rim
        .setPosition(x, bar)
        .setScale(pixelScale(BAR_WIDTH + BAR_RIM * 2), pixelScale(BAR_HEIGHT + BAR_RIM * 2))
        .setAlpha(alpha * 0.85);
      fill
        .setPosition(x - BAR_WIDTH / 2, bar)
        .setScale(pixelScale((BAR_WIDTH * health) / 100), pixelScale(BAR_HEIGHT))
        .setTint(tint)
        .setAlpha(alpha);
      if (taste.names) tag.draw(name, x, y - NAME_ABOVE, alpha);
      else tag.hide();
    },
    hide() {
      setVisible(false);
      tag.hide();
    },
    destroy() {
      rim.destroy();
      fill.destroy();
      tag.destroy();
    },
  };
}
