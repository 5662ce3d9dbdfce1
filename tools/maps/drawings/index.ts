/** The maps of the game as their authors draw them, from the smallest to the largest. */
import type { MapDrawing } from "../drawing.ts";
import { COURTYARD } from "./courtyard.ts";
import { FOUNDRY } from "./foundry.ts";
import { GALLERY } from "./gallery.ts";
import { GATES } from "./gates.ts";
import { YARDS } from "./yards.ts";

export const DRAWINGS: readonly MapDrawing[] = [COURTYARD, GATES, FOUNDRY, GALLERY, YARDS];
