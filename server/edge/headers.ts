/** What every answer tells the browser about safety. */
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

type SetHeaders = (request: IncomingMessage, response: ServerResponse) => void;

/** The built page needs scripts, styles, fonts and pictures of its own, a manifest, a worker and its own WebSocket. */
const POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "manifest-src": ["'self'"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};

function create(secure: boolean): ReturnType<typeof helmet> {
  // Some browsers do not count the own WebSocket as 'self'.
  const socket = (request: IncomingMessage): string =>
    `${secure ? "wss" : "ws"}://${request.headers.host ?? ""}`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...POLICY, "connect-src": ["'self'", socket] },
    },
    frameguard: { action: "deny" },
    // Browsers ignore these without TLS, and say so in the console.
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  });
}

/** Sets the headers of safety on a request whose Host was checked and whose origination is known. */
export function createSecurityHeaders(): SetHeaders {
  const [plain, encrypted] = [create(false), create(true)];
  return (request, response) => {
    const secure = request.headers["x-forwarded-proto"] === "https";
    (secure ? encrypted : plain)(request, response, (error) => {
      if (error) throw error;
    });
  };
}
