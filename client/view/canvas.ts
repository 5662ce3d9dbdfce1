/**
 * The canvas that the arena is drawn on. Its WebGL context takes a browser long to make, so it is made while nothing else
 * is to be done, tells whether the arena can be drawn at all, and waits for the engine.
 */

const ATTRIBUTES: WebGLContextAttributes = {
  alpha: false,
  // The pictures bring their own soft edges, and multisampling costs two thirds of the frame rate in software.
  antialias: false,
  depth: false,
  stencil: false,
  powerPreference: "high-performance",
};

/** With its context made. */
let waiting: HTMLCanvasElement | null = null;

function make(): HTMLCanvasElement | null {
  const canvas = document.createElement("canvas");
  return canvas.getContext("webgl", ATTRIBUTES) === null ? null : canvas;
}

/** Whether this browser can draw the arena. The canvas that this takes is kept for `takeCanvas`. */
export function canDraw(): boolean {
  waiting ??= make();
  return waiting !== null;
}

/** A canvas for one engine, which gets the context by asking for it again; null where there is no WebGL. */
export function takeCanvas(): HTMLCanvasElement | null {
  const canvas = waiting;
  waiting = null;
  // Its context may have been lost while it waited.
  return canvas?.getContext("webgl")?.isContextLost() === false ? canvas : make();
}
