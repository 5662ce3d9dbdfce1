import { VIEW_MAX_ASPECT, viewSize } from "../../shared/content/index.ts";
import { clamp } from "../../shared/math/index.ts";

/** How the picture lies in its parent element, and how large the world is on it. */
export interface Picture {
  /** css px from the parent's top left: above zero where bars are left free. */
  readonly left: number;
  readonly top: number;
  /** css px. */
  readonly width: number;
  readonly height: number;
  /** World px that the picture shows. */
  readonly viewWidth: number;
  readonly viewHeight: number;
  /** css px per world px. */
  readonly zoom: number;
}

/**
 * Lays the picture into a parent of any shape: as large as fits, the same world area for everybody, bars where
 * the parent is more elongated than a picture may be.
 * @param parentWidth,parentHeight css px
 */
export function layPicture(parentWidth: number, parentHeight: number): Picture {
  const aspect = parentWidth / parentHeight;
  const width = Math.round(aspect > VIEW_MAX_ASPECT ? parentHeight * VIEW_MAX_ASPECT : parentWidth);
  const height = Math.round(aspect < 1 / VIEW_MAX_ASPECT ? parentWidth * VIEW_MAX_ASPECT : parentHeight);
  const view = viewSize(width / height);
  return {
    left: Math.floor((parentWidth - width) / 2),
    top: Math.floor((parentHeight - height) / 2),
    width,
    height,
    viewWidth: view.width,
    viewHeight: view.height,
    zoom: width / view.width,
  };
}

/** px of a picture on the device. @param density device px per css px */
export function pixelsOf(
  { width, height }: Picture,
  density: number,
): { readonly width: number; readonly height: number } {
  return { width: Math.round(width * density), height: Math.round(height * density) };
}

/** How far the camera may run ahead of the drone, as a share of half the view: far enough to see more of where you aim, near enough to see behind you. */
const LOOK_AHEAD_SHARE = 0.18;
/** Without a pointer only the direction is known: the camera then runs ahead half as far. */
const LOOK_AHEAD_BLIND = 0.5;
/** Time constant of the look-ahead in ms: quick enough to follow a flick, slow enough not to feel like a jerk. */
const LOOK_AHEAD_MS = 120;

/** Half a trauma is gone after a third of a second. */
const TRAUMA_DECAY_PER_S = 1.5;
/** World px: noticed, yet aiming stays possible. */
const SHAKE_MAX = 6;
/** Two frequencies in rad/ms that share no rhythm, so that the shake does not look like a circle. */
const SHAKE_X = 0.071;
const SHAKE_Y = 0.093;

/** Time constant in ms in which a kick goes back: all but gone after a tenth of a second. */
const KICK_MS = 38;
/** World px that kicks add up to at most, so that fast fire does not carry the picture away. */
const KICK_MAX = 7;

/** Time constant in ms in which the pull of a dash goes back, and how much nearer it brings the picture. */
const PULL_MS = 130;
const PULL = 0.02;

/** Where the camera looks; x and y are the middle of the picture in world px. */
export interface Eye {
  x: number;
  y: number;
  /** Look-ahead in world px, eased. */
  aheadX: number;
  aheadY: number;
  /** 0..1; the shake grows with its square. */
  trauma: number;
  /** Shake in world px, to be added to the middle. */
  shakeX: number;
  shakeY: number;
  /** Kick of the own weapon in world px, likewise. */
  kickX: number;
  kickY: number;
  /** How strongly a dash pulls the picture, 0..1. */
  pull: number;
}

/** A camera at rest over a place in world px. */
export function createEye(x: number, y: number): Eye {
  return { x, y, aheadX: 0, aheadY: 0, trauma: 0, shakeX: 0, shakeY: 0, kickX: 0, kickY: 0, pull: 0 };
}

/**
 * Moves the camera on by `elapsedMs` of real time: exactly on the drone, plus the eased look-ahead.
 * @param target what is followed, in world px; null leaves the camera where it is
 * @param pointer css px from the drone to the pointer; null when there is no pointer
 */
export function moveEye(
  eye: Eye,
  picture: Picture,
  target: { readonly x: number; readonly y: number; readonly aim: number } | null,
  pointer: { readonly x: number; readonly y: number } | null,
  elapsedMs: number,
): void {
  if (target !== null) {
    const farX = (picture.viewWidth / 2) * LOOK_AHEAD_SHARE;
    const farY = (picture.viewHeight / 2) * LOOK_AHEAD_SHARE;
    const towardsX =
      pointer === null
        ? Math.cos(target.aim) * LOOK_AHEAD_BLIND
        : clamp(pointer.x / (picture.width / 2), -1, 1);
    const towardsY =
      pointer === null
        ? Math.sin(target.aim) * LOOK_AHEAD_BLIND
        : clamp(pointer.y / (picture.height / 2), -1, 1);
    const step = 1 - Math.exp(-elapsedMs / LOOK_AHEAD_MS);
    eye.aheadX += (towardsX * farX - eye.aheadX) * step;
    eye.aheadY += (towardsY * farY - eye.aheadY) * step;
    eye.x = target.x + eye.aheadX;
    eye.y = target.y + eye.aheadY;
  }
  eye.trauma = Math.max(0, eye.trauma - (elapsedMs / 1000) * TRAUMA_DECAY_PER_S);
  const left = Math.exp(-elapsedMs / KICK_MS);
  eye.kickX *= left;
  eye.kickY *= left;
  eye.pull *= Math.exp(-elapsedMs / PULL_MS);
}

/** Share of the picture that may lie beyond the hall's border: a little shows that it ends, more would be wasted. */
const BEYOND_SHARE = 0.15;

/** Keeps one coordinate of the picture's middle where so little lies beyond the hall. */
function keepWithin(middle: number, view: number, hall: number): number {
  const least = view / 2 - view * BEYOND_SHARE;
  return least * 2 > hall ? hall / 2 : clamp(middle, least, hall - least);
}

/**
 * Keeps the picture on the hall; where the hall is smaller than the picture, in its middle.
 * @param width,height of the hall in world px
 */
export function keepInHall(eye: Eye, picture: Picture, width: number, height: number): void {
  eye.x = keepWithin(eye.x, picture.viewWidth, width);
  eye.y = keepWithin(eye.y, picture.viewHeight, height);
}

/** Adds to the shake: 0.2 is a scratch, 0.6 an explosion nearby. */
export function shakeEye(eye: Eye, trauma: number): void {
  eye.trauma = Math.min(1, eye.trauma + trauma);
}

/** Sets the shake of a frame. @param nowMs any running clock @param strength as the player wants it, 0..1 */
export function trembleEye(eye: Eye, nowMs: number, strength = 1): void {
  const far = SHAKE_MAX * eye.trauma * eye.trauma * strength;
  eye.shakeX = Math.sin(nowMs * SHAKE_X) * far;
  eye.shakeY = Math.sin(nowMs * SHAKE_Y + 1) * far;
}

/** The own weapon fired: the picture jumps against the aim. @param px of the world */
export function kickEye(eye: Eye, angle: number, px: number): void {
  eye.kickX -= Math.cos(angle) * px;
  eye.kickY -= Math.sin(angle) * px;
  const far = Math.sqrt(eye.kickX * eye.kickX + eye.kickY * eye.kickY);
  if (far <= KICK_MAX) return;
  eye.kickX *= KICK_MAX / far;
  eye.kickY *= KICK_MAX / far;
}

/** The own drone dashed. */
export function pullEye(eye: Eye): void {
  eye.pull = 1;
}

/** How much larger than usual the world is in a frame. Never smaller: nobody may see more than others. */
export function zoomOf(eye: Eye): number {
  return 1 + PULL * eye.pull;
}
