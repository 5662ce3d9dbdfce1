/** Pictures of the game's own atlas, in the page. */
import { useLayoutEffect, useRef } from "preact/hooks";
import atlas from "../../../assets/build/atlas.json" with { type: "json" };
import sheet from "../../../assets/build/atlas.webp?url";
import type { ItemKey, WeaponKey } from "../../../shared/content/index.ts";

export type Frame = keyof typeof atlas.frames;

/** What lies on a rack, as it is drawn there; the starter lies nowhere and is known by its bolt. */
const FRAMES: Readonly<Record<ItemKey | WeaponKey, Frame>> = {
  pulse: "bolt",
  burst: "item-burst",
  scatter: "item-scatter",
  rail: "item-rail",
  launcher: "item-launcher",
  mine: "item-mine",
  healthCell: "item-healthCell",
  plating: "item-plating",
  overclock: "item-overclock",
  ammo: "item-ammo",
};

export function contentFrame(key: ItemKey | WeaponKey): Frame {
  return FRAMES[key];
}

/** Side of the box that a picture is fitted into, in css px. */
const SIDE = 32;

/** The part of the atlas that is one picture, on a canvas: a background could not be made smaller by itself. */
export function Sprite({ frame }: { frame: Frame }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const { x, y, w, h } = atlas.frames[frame].frame;
    const image = new Image();
    let wanted = true;
    image.onload = () => {
      const context = canvas.current?.getContext("2d");
      if (!wanted || !context) return;
      const ratio = Math.min(2, devicePixelRatio);
      const scale = Math.min((SIDE * ratio) / w, (SIDE * ratio) / h, 1);
      const [width, height] = [w * scale, h * scale];
      context.canvas.width = context.canvas.height = SIDE * ratio;
      const [left, top] = [(SIDE * ratio - width) / 2, (SIDE * ratio - height) / 2];
      context.drawImage(image, x, y, w, h, left, top, width, height);
    };
    image.src = sheet;
    return () => {
      wanted = false;
    };
  }, [frame]);
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} class="sprite" width={SIDE} height={SIDE} />
    </span>
  );
}
