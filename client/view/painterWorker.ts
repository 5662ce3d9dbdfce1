/** The worker that paints halls: several ms of work for each frame that would otherwise be late. */
import { CONTEXT, type NumberedOrder, type NumberedPixels, paintPiece } from "./painting.ts";

// A worker's first canvas waits for the page's thread, which has nothing to do now, but a lot when a hall is wanted.
new OffscreenCanvas(1, 1).getContext("2d", CONTEXT)?.getImageData(0, 0, 1, 1);

addEventListener("message", ({ data: { number, order } }: MessageEvent<NumberedOrder>) => {
  const pixels = paintPiece(new OffscreenCanvas(order.width, order.height), order);
  const answer: NumberedPixels = { number, pixels };
  postMessage(answer, { transfer: [pixels.data.buffer] });
});
