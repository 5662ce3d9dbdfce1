/**
 * What `npm run dev` loads and reloads: the same server without a port of its own, inside Vite's. After an edit Colyseus
 * keeps each room's state, makes the room anew from the new code and lets its players back to their seats.
 */
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";

export const server = createApp(readConfig(process.env), "vite");
