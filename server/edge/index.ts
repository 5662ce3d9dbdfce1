/** Where the internet ends: origins, proxies, TLS, limits by address, proofs of a seat, headers of safety. */
export { addressKey } from "./address.ts";
export { createEdge, type EdgeSettings, narrowMatchmaking } from "./edge.ts";
export { originsSetting, trustProxySetting } from "./settings.ts";
export { readTls } from "./tls.ts";
export { preferTwins } from "./twins.ts";
