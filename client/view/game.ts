import Phaser from "phaser";
import { layPicture, type Picture } from "./camera.ts";
import { FONT } from "./names.ts";
import { type ArenaView, NoWebGLError, type ViewOptions, type ViewStats } from "./options.ts";
import { createGovernor, DETAILS } from "./quality.ts";
import { createArenaScene } from "./scene.ts";
import { createTaste } from "./taste.ts";

/** Names are drawn once, so the type should be there; but the game does not wait longer than this for it. */
const FONT_WAIT_MS = 800;
/** What is seen until the first frame is drawn. */
const BLANK_COLOUR = "#05070a";

function requireWebGL(): void {
  const context = document.createElement("canvas").getContext("webgl");
  if (context === null) throw new NoWebGLError("this browser offers no WebGL");
  // Browsers allow few contexts at a time, and this one is of no more use.
  context.getExtension("WEBGL_lose_context")?.loseContext();
}

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
  requireWebGL();
  const { settings } = options;
  const governor = createGovernor();
  const taste = createTaste();
  const stats: ViewStats = { frames: 0, drawCalls: 0, scriptMs: 0, preset: governor.preset };
  const origin = { x: 0, y: 0 };
  let picture: Picture = layPicture(1, 1);
  let density = 1;

  const measure = (): void => {
    const rect = parent.getBoundingClientRect();
    picture = layPicture(Math.max(1, rect.width), Math.max(1, rect.height));
    density = Math.min(window.devicePixelRatio, taste.detail.density) * taste.detail.renderScale;
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

  const game = new Phaser.Game({
    type: Phaser.WEBGL,
    parent,
    banner: false,
    disableContextMenu: true,
    backgroundColor: BLANK_COLOUR,
    scale: {
      mode: Phaser.Scale.NONE,
      width: Math.round(picture.width * density),
      height: Math.round(picture.height * density),
      zoom: 1 / density,
    },
    // The frame's own time stamp drives everything; the engine's smoothed time is used nowhere.
    fps: { smoothStep: false, limit: 0 },
    render: {
      antialias: true,
      // The pictures bring their own soft edges, and multisampling costs two thirds of the frame rate in software.
      antialiasGL: false,
      powerPreference: "high-performance",
      stencil: false,
      selfShadow: false,
      // One sheet holds nearly everything: more texture units save no draw call that counts, but each number of units
      // in use is a shader of its own, compiled in the middle of a fight.
      maxTextures: 1,
    },
    audio: { noAudio: true },
    // Plain image elements: the default goes through blob URLs, which the content security policy would have to allow.
    loader: { imageLoadType: "HTMLImageElement" },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
  });

  const layCanvas = (): void => {
    measure();
    const { canvas } = game;
    canvas.style.position = "absolute";
    canvas.style.left = `${picture.left}px`;
    canvas.style.top = `${picture.top}px`;
    canvas.style.touchAction = "none";
    game.scale.setZoom(1 / density);
    game.scale.resize(Math.round(picture.width * density), Math.round(picture.height * density));
  };

  let gone = false;
  let stopFollowing = (): void => {};
  const observer = new ResizeObserver(layCanvas);
  // A move to another screen changes the density without changing the element.
  window.addEventListener("resize", layCanvas);

  const start = async (): Promise<void> => {
    const font = document.fonts.load(`600 16px ${FONT}`).catch(() => []);
    await Promise.race([font, new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS))]);
    if (gone) return;
    const takeCount = countDrawCalls(game);
    let begun = 0;
    game.events.on(Phaser.Core.Events.PRE_STEP, () => {
      begun = performance.now();
    });
    game.events.on(Phaser.Core.Events.POST_RENDER, () => {
      stats.drawCalls = takeCount();
      stats.scriptMs = performance.now() - begun;
    });
    observer.observe(parent);
    layCanvas();
    stopFollowing = settings.subscribe(() => {
      if (follow()) layCanvas();
    });
    const scene = createArenaScene({
      session: options.session,
      input: options.input,
      taste,
      picture: () => picture,
      density: () => density,
      origin: () => origin,
      onFrame(elapsedMs) {
        stats.frames++;
        if (settings.peek().quality !== "auto" || document.hidden) return;
        if (governor.frame(elapsedMs) && follow()) layCanvas();
      },
    });
    game.scene.add("arena", scene, true);
  };
  game.events.once(Phaser.Core.Events.READY, start);

  /** Everything lies in the layers of the one scene. */
  const countPictures = (): number =>
    game.scene
      .getScenes(false)
      .flatMap((scene) => scene.children.list)
      .reduce((sum, child) => sum + (child instanceof Phaser.GameObjects.Layer ? child.list.length : 1), 0);

  return {
    stats,
    census: () => ({ pictures: countPictures(), textures: Object.keys(game.textures.list).length }),
    destroy() {
      gone = true;
      stopFollowing();
      observer.disconnect();
      window.removeEventListener("resize", layCanvas);
      game.destroy(true);
    },
  };
}
