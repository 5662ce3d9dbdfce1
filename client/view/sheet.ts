/** The picture of the sheet that nearly everything is drawn from. It is fetched before the engine is there. */
import sheetUrl from "../../assets/build/atlas.webp?url";

/** The sheet's picture, on its way or here; null before anybody asked and after it could not be had. */
let sheetImage: Promise<HTMLImageElement> | null = null;

async function fetchPicture(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/** Fetches the sheet, once. Rejected when it cannot be had; the next call then tries again. */
export function fetchArt(): Promise<HTMLImageElement> {
  sheetImage ??= fetchPicture(sheetUrl).catch((error: unknown) => {
    sheetImage = null;
    throw error;
  });
  return sheetImage;
}
