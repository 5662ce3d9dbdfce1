import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { joinPlayer, type RunningServer, startServer } from "../../tools/headless/index.ts";
import { type Certificate, makeCertificate } from "../fixtures/certificate.ts";

let own: Certificate;
let other: Certificate;
let server: RunningServer;

beforeAll(async () => {
  [own, other] = await Promise.all([makeCertificate(), makeCertificate()]);
  setDefaultCACertificates([...getCACertificates(), own.pem]);
  server = await startServer({ ARENA: "range", FILL: "0", ...own.settings });
});

afterAll(async () => {
  await server.stop("SIGKILL");
  own.remove();
  other.remove();
});

describe("a server with a certificate", () => {
  it("prints an https link and plays over wss on the same port", async () => {
    expect(server.output()).toContain(`https://127.0.0.1:${server.port}`);
    const ann = await joinPlayer(server.endpoint, "Ann");
    const { x } = ann.session.world.self!;
    ann.wish.mx = x < 500 ? 127 : -127;
    await ann.until(() => Math.abs(ann.session.world.self!.x - x) > 20, "moving");
    await ann.leave();
  });

  it("tells browsers to stay with TLS, for the socket too", async () => {
    const { headers } = await fetch(`${server.endpoint}/healthz`);
    expect(headers.get("strict-transport-security")).toContain("max-age=");
    expect(headers.get("content-security-policy")).toContain(
      `connect-src 'self' wss://127.0.0.1:${server.port}`,
    );
  });
});

describe("a certificate that cannot serve", () => {
  type Settings = Certificate["settings"];
  it.each<[string, (good: Settings) => Settings, string]>([
    ["no key", (good) => ({ ...good, TLS_KEY: "" }), 'TLS_KEY is ""'],
    ["no certificate", (good) => ({ ...good, TLS_CERT: "" }), 'TLS_CERT is ""'],
    ["a file that is not there", (good) => ({ ...good, TLS_CERT: `${good.TLS_CERT}.gone` }), "no such file"],
    ["a file that is no certificate", (good) => ({ ...good, TLS_CERT: good.TLS_KEY }), "TLS_CERT is "],
    ["the key of another", (good) => ({ ...good, TLS_KEY: other.settings.TLS_KEY }), "TLS_KEY is "],
  ])("%s is refused with the name of its setting", (_what, spoil, says) => {
    expect(() => readConfig(spoil(own.settings))).toThrow(says);
  });

  it("ends the start in one line", async () => {
    const start = startServer({ ...own.settings, TLS_KEY: other.settings.TLS_KEY });
    await expect(start).rejects.toThrow(
      /the server ended with 1:\nCrosswire cannot start: TLS_KEY is [^\n]+\n$/,
    );
  });
});
