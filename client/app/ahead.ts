/**
 * The game behind the menu, fetched before the menu's own code has run: on a slow link it is what everybody waits for
 * longest. Whoever imports this module first has it on its way the earliest.
 */
import { fetchArt } from "../view/sheet.ts";
import { inOrder } from "./fetching.ts";

export type ViewModule = typeof import("../view/index.ts");
export type DoorModule = typeof import("./door.ts");
export type SeatModule = typeof import("./seat.tsx");

export const game = inOrder({
  view: () => import("../view/index.ts"),
  art: fetchArt,
  door: () => import("./door.ts"),
  seat: () => import("./seat.tsx"),
});

// Whoever asks again is told when one of them cannot be had.
for (const part of [game.view(), game.art(), game.door(), game.seat()]) part.catch(() => {});
