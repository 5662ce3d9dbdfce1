/** Where sounds are made: a worker renders them, so that neither the menu nor a frame of the game waits for any. */
export { createFoundry, type Foundry, type Products } from "./foundry.ts";
