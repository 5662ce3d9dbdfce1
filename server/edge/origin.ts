/** Which pages may use this server (RFC 6454, RFC 6455 section 10.2). Clients that are no browsers send no Origin. */

/** An authority as browsers write it in Host: a name or address, perhaps with a port. */
const AUTHORITY = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

export interface OriginRules {
  /** Exactly these, such as `https://play.example.org`; none means the origin that the request itself is for. */
  readonly origins: readonly string[];
  /** Whether clients without an Origin are refused as well. */
  readonly requireOrigin: boolean;
}

/** Whether the value of a Host header can be worked with. */
export function isAuthority(host: string | undefined): host is string {
  return host !== undefined && AUTHORITY.test(host);
}

/** Host and port of an origin, without the port that its scheme implies. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Whether a request from a page of `origin` to `host` is welcome. */
export function isWelcome(origin: string | undefined, host: string, rules: OriginRules): boolean {
  if (origin === undefined) return !rules.requireOrigin;
  if (rules.origins.length > 0) return rules.origins.includes(origin);
  const asked = hostOf(origin);
  if (asked === null || asked === "") return false;
  const own = hostOf(`${origin.startsWith("https:") ? "https" : "http"}://${host}`);
  return asked === own;
}

/**
 * What lets a listed page of another origin read the answer (WHATWG Fetch, CORS protocol). Empty for everybody else:
 * a page of the own origin needs no permission.
 */
export function corsHeaders(origin: string | undefined, rules: OriginRules): Record<string, string> {
  if (origin === undefined || !rules.origins.includes(origin)) return {};
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Allow-Methods": "POST",
    Vary: "Origin",
  };
}
