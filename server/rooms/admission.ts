/** Who is let into a room: checked before any room is made for them. */
import { type AuthContext, ErrorCode, ServerError } from "@colyseus/core";
import * as v from "valibot";
import type { ModeKey } from "../../shared/content/index.ts";
import { ANY_MODE, type JoinOptions, JoinSchema, MODE_NOT_PLAYED, OUTDATED } from "../../shared/protocol.ts";

/** What is known of a player who was let in. */
export interface Admission extends JoinOptions {
  /** Where they come from, as the edge found out; undefined where there is no edge. */
  readonly address: string | undefined;
}

/** What the server hands out and plays. */
export interface Offered {
  /** Id of the client's build; empty when there is none to compare with. */
  readonly build: string;
  readonly modes: readonly ModeKey[];
}

/**
 * Checks what a client brings.
 * @param options as the client sent them; the mode that they lack is written into them
 * @throws ServerError with what the player reads
 */
export function admit(options: unknown, ip: AuthContext["ip"], offered: Offered): Admission {
  const result = v.safeParse(JoinSchema, options);
  if (!result.success) throw new ServerError(ErrorCode.AUTH_FAILED, result.issues[0].message);
  const { build, mode } = result.output;
  if (build !== "" && offered.build !== "" && build !== offered.build)
    throw new ServerError(ErrorCode.AUTH_FAILED, OUTDATED);
  if (mode !== ANY_MODE && !offered.modes.some((key) => key === mode))
    throw new ServerError(ErrorCode.AUTH_FAILED, MODE_NOT_PLAYED);
  // This very object is what Colyseus compares with the rooms that there are: it has to say the mode in any case.
  Object.assign(options as object, { mode });
  return { ...result.output, address: Array.isArray(ip) ? ip[0] : ip };
}
