/** Whether this browser can draw the arena: asked before the engine is fetched. */

/** Tries WebGL on a canvas of its own and gives the context back at once. */
export function canDraw(): boolean {
  const context = document.createElement("canvas").getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
