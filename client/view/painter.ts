import { type NumberedOrder, type NumberedPixels, type PieceOrder, paintPiece } from "./painting.ts";

/** Paints pieces of halls, in the order in which they are asked for. */
export interface Painter {
  paint(order: PieceOrder): Promise<ImageData>;
}

/** For browsers whose workers cannot paint. */
const here: Painter = {
  async paint(order) {
    const canvas = document.createElement("canvas");
    canvas.width = order.width;
    canvas.height = order.height;
    return paintPiece(canvas, order);
  },
};

/** Falls back to painting here for what a worker that cannot be had owes. */
function hire(): Painter {
  const worker = new Worker(new URL("./painterWorker.ts", import.meta.url), { type: "module" });
  const owed = new Map<number, { order: PieceOrder; give(pixels: ImageData): void }>();
  let broken = false;
  let count = 0;
  worker.addEventListener("message", ({ data: { number, pixels } }: MessageEvent<NumberedPixels>) => {
    owed.get(number)?.give(pixels);
    owed.delete(number);
  });
  worker.addEventListener("error", (event) => {
    console.warn("no painter:", event.message);
    broken = true;
    for (const { order, give } of owed.values()) void here.paint(order).then(give);
    owed.clear();
  });
  return {
    paint(order) {
      if (broken) return here.paint(order);
      return new Promise((give) => {
        const numbered: NumberedOrder = { number: count++, order };
        owed.set(numbered.number, { order, give });
        worker.postMessage(numbered);
      });
    },
  };
}

let hired: Painter | null = null;

/** The painter of this page. The first call hires it, which takes a moment, so it is made ahead. */
export function painter(): Painter {
  hired ??= typeof OffscreenCanvas === "function" && typeof Worker === "function" ? hire() : here;
  return hired;
}
