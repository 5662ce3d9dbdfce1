/** The picture of the sheet that nearly everything is drawn from. It is fetched before the engine is there. */
import sheetUrl from "../../assets/build/atlas.webp?url";

/** The sheet's picture, on its way or here; null before anybody asked and after it could not be had. */
let sheetImage: Promise<ImageBitmap> | null = null;

/**
 * Decoded beside the page's thread, into what the graphics card takes as it is: it counts lines from below. Firefox
 * understands that since 98, Safari since 17.
 */
async function fetchPicture(url: string): Promise<ImageBitmap> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`no picture sheet: ${answer.status}`);
  const picture = await answer.blob();
  return createImageBitmap(picture, { imageOrientation: "flipY", premultiplyAlpha: "premultiply" });
}

/** Fetches the sheet, once. Rejected when it cannot be had; the next call then tries again. */
export function fetchArt(): Promise<ImageBitmap> {
  sheetImage ??= fetchPicture(sheetUrl).catch((error: unknown) => {
    sheetImage = null;
    throw error;
  });
  return sheetImage;
}
