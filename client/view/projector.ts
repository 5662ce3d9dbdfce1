/** The engine with its canvas, before anything is shown: to build one takes longer than all that a seat waits for. */
import type Phaser from "phaser";
import { ART, addArt } from "./art.ts";
import { layPicture, pixelsOf } from "./camera.ts";
import { takeCanvas } from "./canvas.ts";
import { CoreEvents, Game, GameObjects, ScaleModes, WEBGL } from "./engine.ts";
import { FONT } from "./names.ts";
import { NoWebGLError } from "./options.ts";
import { painter } from "./painter.ts";
import { DETAILS, densityOf, type Quality } from "./quality.ts";
import { type ArenaScene, createArenaScene } from "./scene.ts";
import { fetchArt } from "./sheet.ts";
import { createTaste, type Taste } from "./taste.ts";

/** Names are drawn once, so the type should be there; but the game does not wait longer than this for it. */
const FONT_WAIT_MS = 800;
/** What is seen until the first frame is drawn. */
const BLANK_COLOUR = "#05070a";

/** Pictures that are drawn at once; a fight of sixteen has some hundreds. The engine lays out room for as many in several buffers, 16384 if it is not told. */
const BATCH = 2048;

/** Shows one session, and is thrown away with it. */
export interface Projector {
  readonly game: Phaser.Game;
  /** Of whom it draws for; to be written. */
  readonly taste: Taste;
  readonly arena: ArenaScene;
  /** To be put where the picture is wanted. */
  readonly canvas: HTMLCanvasElement;
  /** Resolved when a session can be shown: the engine then sleeps until its loop is woken. Rejected without the sheet. */
  readonly ready: Promise<void>;
}

/** The next projector, as long as nobody has taken it. */
let spare: Projector | null = null;

function fontOrEnough(): Promise<unknown> {
  const font = document.fonts.load(`600 16px ${FONT}`).catch(() => []);
  return Promise.race([font, new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS))]);
}

/** What else has to be done meanwhile, such as the next message of a join, comes in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * @param quality that is set: buffers are made for it and for a picture that fills the window, as it does as a rule
 * @param first what the rehearsal waits for; must not be rejected
 */
function build(quality: Quality, first: Promise<unknown>): Projector {
  const canvas = takeCanvas();
  if (canvas === null) throw new NoWebGLError("this browser offers no WebGL");
  const taste = createTaste();
  if (quality !== "auto") taste.detail = DETAILS[quality];
  const picture = layPicture(Math.max(1, innerWidth), Math.max(1, innerHeight));
  const density = densityOf(taste.detail, window.devicePixelRatio);
  const game = new Game({
    type: WEBGL,
    parent: null,
    canvas,
    banner: false,
    autoFocus: false,
    disableContextMenu: true,
    backgroundColor: BLANK_COLOUR,
    scale: { mode: ScaleModes.NONE, zoom: 1 / density, ...pixelsOf(picture, density) },
    // The frame's own time stamp drives everything; the engine's smoothed time is used nowhere.
    fps: { smoothStep: false, limit: 0 },
    render: {
      batchSize: BATCH,
      antialias: true,
      selfShadow: false,
      // One sheet holds nearly everything: more texture units save no draw call that counts, but each number of units
      // in use is a shader of its own, compiled in the middle of a fight.
      maxTextures: 1,
    },
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
  });
  const booted = new Promise<void>((resolve) => {
    game.events.once(CoreEvents.READY, () => {
      // Its loop starts right after this, with nothing to draw.
      queueMicrotask(() => {
        game.loop.sleep();
        resolve();
      });
    });
  });
  const arena = createArenaScene(taste);
  const setUp = async (): Promise<void> => {
    const [art] = await Promise.all([fetchArt(), fontOrEnough(), booted]);
    addArt(game.textures, art);
    await nextTask();
    game.scene.add("arena", arena.scene, true);
    await arena.setUp(nextTask);
    await first;
    await nextTask();
    arena.fit(picture, density);
    rehearse(game, arena.scene);
  };
  const ready = setUp();
  return { game, taste, arena, canvas, ready };
}

/** Draws a frame of each kind of picture: what draws them is compiled for it, and that takes longer than many frames. */
function rehearse(game: Phaser.Game, scene: Phaser.Scene): void {
  // Filling the picture is a kind of its own.
  scene.cameras.main.setBackgroundColor(BLANK_COLOUR);
  const layer = scene.add.layer();
  const triangle = [...[0, 0, 0, 0], ...[1, 0, 1, 0], ...[0, 1, 0, 1]];
  layer.add([
    new GameObjects.Image(scene, 0, 0, ART, "pixel"),
    new GameObjects.Mesh2D(scene, 0, 0, "__WHITE", triangle, [0, 1, 2, 0]).setRenderAsTriangles(true),
  ]);
  // Waking draws a frame at once.
  game.loop.wake();
  game.loop.sleep();
  layer.destroy();
}

/**
 * Builds the next projector while there is nothing else to do. One that cannot be had whole is thrown away again.
 * @param join resolved when the code that asks the server for a seat is here, or cannot be had: the answer comes while the engine rehearses
 * @throws NoWebGLError when the browser cannot draw
 */
export function warmUp(quality: Quality, join: Promise<unknown>): void {
  painter();
  if (spare !== null) return;
  const made = build(quality, join);
  spare = made;
  made.ready.catch(() => {
    if (spare !== made) return;
    spare = null;
    void discard(made);
  });
}

/** A projector of one's own. @throws NoWebGLError when the browser cannot draw */
export function takeProjector(quality: Quality): Projector {
  const projector = spare ?? build(quality, Promise.resolve());
  spare = null;
  return projector;
}

/** Throws one away, also one that is not ready. */
export async function discard({ game, canvas, ready }: Projector): Promise<void> {
  canvas.remove();
  await ready.catch(() => {});
  // The engine goes in a step of its loop.
  game.destroy(true);
  game.loop.wake();
}
