/** What the edge's settings may be, as texts of the environment. */
import proxyAddr from "proxy-addr";
import * as v from "valibot";
import type { Trust } from "./address.ts";

const listed = (text: string): string[] => (text === "" ? [] : text.split(",").map((item) => item.trim()));

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

/** Origins as browsers send them, such as `https://play.example.org,http://localhost:5173`. */
export const originsSetting = v.pipe(
  v.string(),
  v.transform(listed),
  v.check((items) => items.every(isOrigin)),
);

function readTrust(text: string): Trust {
  if (!/^\d{1,2}$/.test(text)) return proxyAddr.compile(listed(text));
  const hops = Number(text);
  return (_address, hop) => hop < hops;
}

function isTrust(text: string): boolean {
  try {
    readTrust(text);
    return text !== "";
  } catch {
    return false;
  }
}

/** As `trust proxy` of express: how many proxies there are, or their addresses. */
export const trustProxySetting = v.pipe(v.string(), v.check(isTrust), v.transform(readTrust));
