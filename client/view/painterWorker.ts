/** The worker that paints halls: several ms of work for each frame that would otherwise be late. */
import { type NumberedOrder, type NumberedPixels, paintPiece } from "./painting.ts";

addEventListener("message", ({ data: { number, order } }: MessageEvent<NumberedOrder>) => {
  const pixels = paintPiece(new OffscreenCanvas(order.width, order.height), order);
  const answer: NumberedPixels = { number, pixels };
  postMessage(answer, { transfer: [pixels.data.buffer] });
});
