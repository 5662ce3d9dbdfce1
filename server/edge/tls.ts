import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { TlsPair } from "./httpServer.ts";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readPem(name: string, file: string): Buffer | { readonly fault: string } {
  try {
    return readFileSync(file);
  } catch (error) {
    return { fault: `${name} is "${file}", allowed is a readable file in PEM form (${reasonOf(error)})` };
  }
}

/**
 * Reads the certificate chain and its key, and tries them.
 * @returns null when neither is given; a `fault` that names the variable when they cannot serve
 */
export function readTls(certFile: string, keyFile: string): TlsPair | { readonly fault: string } | null {
  if (certFile === "" && keyFile === "") return null;
  if (certFile === "")
    return { fault: 'TLS_CERT is "", allowed with TLS_KEY is the certificate of that key' };
  if (keyFile === "") return { fault: 'TLS_KEY is "", allowed with TLS_CERT is the key of that certificate' };
  const cert = readPem("TLS_CERT", certFile);
  if ("fault" in cert) return cert;
  const key = readPem("TLS_KEY", keyFile);
  if ("fault" in key) return key;
  try {
    createSecureContext({ cert });
  } catch (error) {
    return { fault: `TLS_CERT is "${certFile}", allowed is a certificate in PEM form (${reasonOf(error)})` };
  }
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    return {
      fault: `TLS_KEY is "${keyFile}", allowed is the key of TLS_CERT in PEM form (${reasonOf(error)})`,
    };
  }
  return { cert, key };
}
