/** Stands in for the code of a match while the player streams. */
export const HIDDEN_CODE = "••••••";
