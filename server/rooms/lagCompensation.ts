import type { Rewind as History } from "@colyseus/core";
import type { PlayerState } from "../../shared/state/index.ts";
import type { Rewind } from "../match/index.ts";
import type { LinkFigures } from "./linkMeasure.ts";
import { lookBack } from "./lookBack.ts";

/** Lag compensation over Colyseus' recorded history. */
export interface LagCompensation extends Rewind {
  /**
   * Milliseconds that the server looks back for a client's shot: those between what it claims to have seen and now, as
   * far as that can be (`lookBack`). 0 without a claim.
   */
  agoMs(id: string, renderTime: number): number;
}

export interface LagCompensationOptions {
  readonly history: Pick<History, "at">;
  /** Server time of the room in ms, the axis of the stamps. */
  readonly now: () => number;
  /** How far any shot may look back, in ms; 0 switches lag compensation off. */
  readonly capMs: number;
  /** What the server has measured of a client's link. */
  readonly linkOf: (id: string) => LinkFigures;
}

export function createLagCompensation({
  history,
  now,
  capMs,
  linkOf,
}: LagCompensationOptions): LagCompensation {
  return {
    agoMs(id, renderTime) {
      if (renderTime <= 0) return 0;
      return Math.min(capMs, lookBack(now() - renderTime, linkOf(id)));
    },
    positionAt(player: PlayerState, agoMs, out) {
      if (agoMs <= 0) {
        out.x = player.x;
        out.y = player.y;
        return;
      }
      const then = history.at(now() - agoMs);
      out.x = then.value(player, "x");
      out.y = then.value(player, "y");
    },
  };
}
