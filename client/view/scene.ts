import type Phaser from "phaser";
import type { Arena } from "../../shared/arena/index.ts";
import { DRONE } from "../../shared/content/index.ts";
import type { Session } from "../net/world.ts";
import type { WorldEvent } from "../net/worldEvents.ts";
import { keepInHall, moveEye, type Picture, trembleEye, zoomOf } from "./camera.ts";
import { Scene, SceneEvents } from "./engine.ts";
import { createFeel } from "./feel.ts";
import type { ViewInput } from "./options.ts";
import { createProps, type Props } from "./props.ts";
import type { Taste } from "./taste.ts";
import { themeOf } from "./themes.ts";
import { traceWalls } from "./walls.ts";

/** After a gap this long the frame shows the present and drops what happened meanwhile: nobody wants a replay burst. */
const GAP_MS = 300;
/** What a scene needs from around it. */
export interface Stage {
  readonly session: Session;
  readonly input: ViewInput;
  /** How the picture lies now; asked each frame. */
  picture(): Picture;
  /** Device px per css px of the canvas. */
  density(): number;
  /** css px of the canvas' top left in the window, which pointer events count from. */
  origin(): { readonly x: number; readonly y: number };
  /** Called in each frame. @param baked whether all of the hall can be shown */
  onBaked(baked: boolean): void;
  /** Called before each frame's work; may change everything above. @param elapsedMs since the frame before */
  onFrame(elapsedMs: number): void;
}

/** Calls back with the frame's time stamp, that of requestAnimationFrame. */
type Frame = (now: number) => void;

/** A session that is shown. */
interface Shown {
  readonly frame: Frame;
  /** Resolved when the hall can be drawn, or is not wanted any more. */
  readonly hall: Promise<void>;
}

/** Shows a session with the props of a scene. */
function show(scene: Phaser.Scene, props: Props, taste: Taste, stage: Stage): Shown {
  const { session, input } = stage;
  const { world } = session;
  const { eye, ground, light, shade, veil, tints, zones, courier, racks, drops, mines } = props;
  const { decals, effects, names, drones, bolts, grenades, heard, markers, numbers } = props;
  const { aim, reticle, deathMark } = props;
  props.eyes.world = world;
  const feel = createFeel(props, world, veil, taste);
  const camera = scene.cameras.main;
  const sample = input.sample.bind(input);
  let last = 0;
  /** Device px per world px for which everything is made, and css px per world px. */
  let scale = 0;
  let cssScale = 0;
  let entered: Arena | null = null;

  /** Drops what happened and is still shown. */
  const forget = (): void => {
    effects.clear();
    numbers.clear();
    heard.clear();
  };

  /** Makes everything anew that depends on the map; the rest stays as it is. */
  const enter = (arena: Arena): void => {
    entered = arena;
    const outlines = traceWalls(arena);
    camera.setBackgroundColor(themeOf(arena.name).beyond);
    ground.enter(arena, outlines);
    light.enter(arena, outlines);
    shade.enter(arena, outlines);
    decals.clear();
    zones.enter(arena);
    courier.enter(arena);
    racks.clear();
    forget();
    deathMark.hide();
    eye.x = (arena.columns * arena.tile) / 2;
    eye.y = (arena.rows * arena.tile) / 2;
  };

  /** A zone has been won, or a packet brought home. */
  const celebrate = ({ what, team }: Extract<WorldEvent, { type: "goal" }>): void => {
    if (what === "zoneHeld" && world.zone !== null) effects.wave(world.zone.x, world.zone.y, team);
    if (what !== "packetHome") return;
    for (const home of world.arena.homes) if (home.team === team) effects.wave(home.x, home.y, team);
  };

  const answer = (event: WorldEvent): void => {
    if (document.hidden || (event.type === "kill" && event.late)) return;
    const now = performance.now();
    effects.show(event);
    feel(event, now);
    if (event.type === "goal") celebrate(event);
    if (event.type === "heard") heard.add(event, now);
    if (event.type === "death") deathMark.show(event, world);
    if (event.type === "spawn" && event.own) deathMark.hide();
    if (event.type === "taken") {
      const rack = world.racks[event.rack];
      if (rack !== undefined && veil.sees(rack.x, rack.y)) effects.glint(rack.x, rack.y, event.by);
    }
    // A hit behind a wall is confirmed where you aim, not where it was.
    if (event.type === "hit" && taste.numbers && veil.shows(event.x, event.y, DRONE.radius))
      numbers.add(event.victim, event.damage, event.fatal, event.x, event.y, now);
  };
  const stopListening = session.onEvent(answer);
  scene.events.once(SceneEvents.SHUTDOWN, stopListening);
  scene.events.once(SceneEvents.DESTROY, stopListening);

  /** @returns css px per world px in this frame */
  const pointCamera = (picture: Picture, now: number): number => {
    const wanted = picture.zoom * stage.density();
    if (wanted !== scale || picture.zoom !== cssScale) {
      scale = wanted;
      cssScale = picture.zoom;
      names.fit({ css: cssScale, device: scale });
    }
    const zoom = zoomOf(eye);
    trembleEye(eye, now, taste.shake);
    camera.setZoom(scale * zoom);
    camera.centerOn(eye.x + eye.shakeX + eye.kickX, eye.y + eye.shakeY + eye.kickY);
    return cssScale * zoom;
  };

  const frame: Frame = (now) => {
    // The engine may wake up with a time stamp from before the one it fell asleep with.
    const elapsed = Math.max(0, now - last);
    stage.onFrame(elapsed);
    session.frame(now, sample);
    if (world.arena !== entered) enter(world.arena);
    tints.refresh(world);
    if (elapsed > GAP_MS) forget();
    last = now;

    const picture = stage.picture();
    const { self, focus } = world;
    const followed = focus?.alive === true ? focus : null;
    // Where somebody else points to is known by the direction alone.
    const pointer = focus === self ? input.lookAhead() : null;
    moveEye(eye, picture, followed, pointer, Math.min(elapsed, GAP_MS));
    const { columns, rows, tile } = world.arena;
    keepInHall(eye, picture, columns * tile, rows * tile);
    const zoom = pointCamera(picture, now);
    ground.draw(eye, picture, scale);
    stage.onBaked(ground.isBaked);
    const origin = stage.origin();
    if (self !== null) {
      input.setAimOrigin(
        origin.x + (self.x - eye.x) * zoom + picture.width / 2,
        origin.y + (self.y - eye.y) * zoom + picture.height / 2,
      );
    }

    zones.draw(world, now);
    courier.draw(world, now);
    racks.draw(world, now);
    drops.draw(world);
    mines.draw(world, now);
    decals.draw(now);
    drones.draw(world, now);
    names.upload();
    bolts.draw(world);
    grenades.draw(world, now);
    effects.draw(now);
    numbers.draw(now);
    deathMark.draw(world, now);
    // Asked again, since the drone has moved on the screen: the cross hair then lies exactly under the pointer.
    const aimedAt = input.lookAhead();
    aim.draw(self, world.link, aimedAt, zoom, now);
    reticle.draw(self, world.own.reloadProgress, aimedAt, zoom, Math.min(elapsed, GAP_MS));
    markers.draw(world, eye, picture);
    heard.draw(focus, eye, picture, now);
    light.draw(eye, picture, focus, now);
    shade.draw(focus);
  };

  // The hall is painted elsewhere, so that is begun now and not in the first frame.
  enter(world.arena);
  pointCamera(stage.picture(), performance.now());
  return { frame, hall: ground.prepare(eye, scale) };
}

/** The one scene. */
export interface ArenaScene {
  readonly scene: Phaser.Scene;
  /**
   * Makes what is to be seen, once the engine has the scene and the sheet.
   * @param pause lets others do something in between
   */
  setUp(pause: () => Promise<void>): Promise<void>;
  /** Makes ahead what depends on the size of the picture; `show` does it anew for another size. */
  fit(picture: Picture, density: number): void;
  /** Draws a session from the next frame on. @returns when the hall can be drawn */
  show(stage: Stage): Promise<void>;
}

/** @param taste of whom to draw for, who may change it at any time */
export function createArenaScene(taste: Taste): ArenaScene {
  let props: Props | null = null;
  let frame: Frame | null = null;
  const scene = new Scene("arena");
  Object.assign(scene, { update: (time: number) => frame?.(time) });
  return {
    scene,
    async setUp(pause) {
      props = await createProps(scene, taste, pause);
    },
    fit({ zoom }, density) {
      props?.names.fit({ css: zoom, device: zoom * density });
    },
    show(stage) {
      if (props === null) throw new Error("the scene is not set up yet");
      const shown = show(scene, props, taste, stage);
      frame = shown.frame;
      return shown.hall;
    },
  };
}
