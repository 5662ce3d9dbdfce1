import { launchChromium } from "../../../tools/browser/browser.ts";
import type { Played } from "./played.ts";

/** Plays a while with a browser's own WebSocket, from a page of the server. Pages cannot send a PING. */
export async function playInChromium(endpoint: string, protocol: number, seconds: number): Promise<Played> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${endpoint}/healthz`);
    return await page.evaluate(playInPage, { protocol, seconds });
  } finally {
    await browser.close();
  }
}

/** Runs in the page, so it knows nothing of this file. */
async function playInPage(given: { protocol: number; seconds: number }): Promise<Played> {
  const [JOIN, PATCH, INPUT_HZ] = [10, 15, 60];
  const answer = await fetch("/matchmake/joinOrCreate/arena", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: "Chromium", protocol: given.protocol }),
  });
  const seat = (await answer.json()) as Record<"processId" | "roomId" | "sessionId", string>;
  const path = `${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`;
  const socket = new WebSocket(`ws://${location.host}/${path}`);
  socket.binaryType = "arraybuffer";
  let [inputs, patches] = [0, 0];
  const begin = performance.now();
  return new Promise((resolve) => {
    const play = (): void => {
      const due = Math.floor(((performance.now() - begin) / 1000) * INPUT_HZ);
      for (; inputs < due; inputs++) {
        // Left and right, a second each.
        socket.send(Uint8Array.of(0x13, 0x80, Math.floor(inputs / INPUT_HZ) % 2 === 1 ? 1 : 0xff));
      }
      if (performance.now() - begin < given.seconds * 1000) return;
      clearInterval(timer);
      socket.close(4000, "played");
    };
    let timer: ReturnType<typeof setInterval>;
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => {
      const code = (new Uint8Array(event.data)[0] ?? 0) & 0x1f;
      if (code === PATCH) patches += 1;
      if (code !== JOIN) return;
      socket.send(Uint8Array.of(JOIN));
      timer = setInterval(play, 1000 / INPUT_HZ);
    };
    socket.onclose = (event) => resolve({ inputs, patches, close: event.code });
  });
}
