/** What every answer tells the browser about safety. */
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import type { InlineSources } from "./inline.ts";

type SetHeaders = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The built page needs scripts, styles, fonts and pictures of its own, a manifest, a worker and its own WebSocket; besides,
 * scripts and styles that stand in it.
 */
const POLICY = {
  "default-src": ["'none'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "manifest-src": ["'self'"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};

function create(secure: boolean, { scripts, styles }: InlineSources): ReturnType<typeof helmet> {
  // Some browsers do not count the own WebSocket as 'self'.
  const socket = (request: IncomingMessage): string =>
    `${secure ? "wss" : "ws"}://${request.headers.host ?? ""}`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...POLICY,
        "script-src": ["'self'", ...scripts],
        "style-src": ["'self'", ...styles],
        "connect-src": ["'self'", socket],
      },
    },
    frameguard: { action: "deny" },
    // Browsers ignore these without TLS, and say so in the console.
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  });
}

/**
 * Sets the headers of safety on a request whose Host was checked and whose origination is known.
 * @param inline what stands in the page that is served
 */
export function createSecurityHeaders(inline: InlineSources): SetHeaders {
  const [plain, encrypted] = [create(false, inline), create(true, inline)];
  return (request, response) => {
    const secure = request.headers["x-forwarded-proto"] === "https";
    (secure ? encrypted : plain)(request, response, (error) => {
      if (error) throw error;
    });
  };
}
