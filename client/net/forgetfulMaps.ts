/**
 * The maps of a decoded state forget an item together with its key. @colyseus/schema 5.0.34 keeps the key of whatever was
 * in a map, in a table that only the sending side reads: each bolt that a player has ever seen, for as long as the seat lasts.
 * forgetfulMaps.test.ts fails once it is needless.
 */
import { $deleteByIndex, MapSchema } from "@colyseus/schema";

let isInstalled = false;

/** Makes all maps forgetful that are decoded from now on, and those that are there. */
export function installForgetfulMaps(): void {
  if (isInstalled) return;
  isInstalled = true;
  const forgetItem = MapSchema.prototype[$deleteByIndex];
  MapSchema.prototype[$deleteByIndex] = function (index) {
    const key = this.$indexes.get(index);
    forgetItem.call(this, index);
    // One that came back meanwhile has another index.
    if (key !== undefined && this._collectionIndexes[key] === index) delete this._collectionIndexes[key];
  };
}
