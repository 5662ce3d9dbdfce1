import type Phaser from "phaser";
import { layPicture, type Picture, pixelsOf } from "./camera.ts";
import { CoreEvents, GameObjects } from "./engine.ts";
import type { ArenaView, ViewOptions, ViewStats } from "./options.ts";
import { discard, takeProjector } from "./projector.ts";
import { createGovernor, DETAILS, densityOf } from "./quality.ts";

/** The longest, in ms, that the first frame waits for its hall to be painted. */
const HALL_WAIT_MS = 250;

/** Counts the renderer's draw calls between two calls of the function it returns. */
function countDrawCalls(game: Phaser.Game): () => number {
  const renderer = game.renderer as Phaser.Renderer.WebGL.WebGLRenderer;
  const drawElements = renderer.drawElements;
  let count = 0;
  renderer.drawElements = (context, textures, program, vao, vertices, offset, topology) => {
    count++;
    drawElements.call(renderer, context, textures, program, vao, vertices, offset, topology);
  };
  return () => {
    const counted = count;
    count = 0;
    return counted;
  };
}

/**
 * Draws a session into an element until destroyed, as large as fits.
 * @param parent an element with a size and a CSS position of its own; the canvas lies in it absolutely
 * @throws NoWebGLError when the browser cannot draw
 */
export function createArenaView(parent: HTMLElement, options: ViewOptions): ArenaView {
  const { settings } = options;
  const governor = createGovernor();
  const projector = takeProjector(settings.peek().quality);
  const { game, canvas, taste, arena } = projector;
  const stats: ViewStats = { frames: 0, drawCalls: 0, scriptMs: 0, preset: governor.preset, baked: false };
  const origin = { x: 0, y: 0 };
  let picture: Picture = layPicture(1, 1);
  let density = 1;

  const measure = (): void => {
    const rect = parent.getBoundingClientRect();
    picture = layPicture(Math.max(1, rect.width), Math.max(1, rect.height));
    density = densityOf(taste.detail, window.devicePixelRatio);
    origin.x = rect.left + picture.left;
    origin.y = rect.top + picture.top;
  };

  /** Puts what is wanted where everybody who draws looks it up. @returns whether the canvas needs another size */
  const follow = (): boolean => {
    const { quality, reducedMotion, shake, flash, damageNumbers, names, contrast } = settings.peek();
    stats.preset = quality === "auto" ? governor.preset : quality;
    const before = taste.detail;
    taste.still = reducedMotion;
    taste.shake = shake;
    taste.flash = flash;
    taste.numbers = damageNumbers;
    taste.names = names;
    taste.contrast = contrast;
    taste.detail = DETAILS[stats.preset];
    return taste.detail !== before;
  };
  follow();
  measure();

  const { style } = canvas;
  style.position = "absolute";
  style.touchAction = "none";
  // An empty picture is nothing to show, and a browser that has no graphics card takes long to put it on the page.
  style.visibility = "hidden";
  parent.append(canvas);

  const layCanvas = (): void => {
    measure();
    style.left = `${picture.left}px`;
    style.top = `${picture.top}px`;
    const { width, height } = pixelsOf(picture, density);
    // The engine makes its buffers anew also for the size that it has.
    if (width === canvas.width && height === canvas.height && game.scale.zoom === 1 / density) return;
    game.scale.setZoom(1 / density);
    game.scale.resize(width, height);
    // Phaser 4.2.1 leaves the size of the picture before, where a device px becomes a css px.
    style.width = `${picture.width}px`;
    style.height = `${picture.height}px`;
  };

  let gone = false;
  let stopFollowing = (): void => {};
  const observer = new ResizeObserver(layCanvas);
  // A move to another screen changes the density without changing the element.
  window.addEventListener("resize", layCanvas);

  const start = async (): Promise<void> => {
    await projector.ready;
    if (gone) return;
    const takeCount = countDrawCalls(game);
    let begun = 0;
    game.events.on(CoreEvents.PRE_STEP, () => {
      begun = performance.now();
    });
    game.events.on(CoreEvents.POST_RENDER, () => {
      stats.drawCalls = takeCount();
      stats.scriptMs = performance.now() - begun;
    });
    observer.observe(parent);
    layCanvas();
    stopFollowing = settings.subscribe(() => {
      if (follow()) layCanvas();
    });
    const hall = arena.show({
      session: options.session,
      input: options.input,
      picture: () => picture,
      density: () => density,
      origin: () => origin,
      onBaked(baked) {
        stats.baked = baked;
      },
      onFrame(elapsedMs) {
        stats.frames++;
        if (settings.peek().quality !== "auto" || document.hidden) return;
        if (governor.frame(elapsedMs) && follow()) layCanvas();
      },
    });
    await Promise.race([
      hall.catch(console.error),
      new Promise((resolve) => setTimeout(resolve, HALL_WAIT_MS)),
    ]);
    if (gone) return;
    game.loop.wake();
    style.visibility = "";
  };
  void start();

  /** Everything lies in the layers of the one scene. */
  const countPictures = (): number =>
    game.scene
      .getScenes(false)
      .flatMap((scene) => scene.children.list)
      .reduce((sum, child) => sum + (child instanceof GameObjects.Layer ? child.list.length : 1), 0);

  return {
    stats,
    census: () => ({ pictures: countPictures(), textures: Object.keys(game.textures.list).length }),
    destroy() {
      gone = true;
      stopFollowing();
      observer.disconnect();
      window.removeEventListener("resize", layCanvas);
      void discard(projector);
    },
  };
}
