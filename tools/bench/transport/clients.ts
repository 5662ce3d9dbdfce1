/** Clients of one way, in a process of their own: they receive the stream or send one, and read how old what comes is. */
import { Agent, request } from "node:http";
import { WebSocket } from "ws";
import { tell } from "../apart.ts";
import {
  ageOf,
  BROWSER_HEADERS,
  type Direction,
  POLL_MS,
  STREAM_HZ,
  UP_BYTES,
  type Way,
  writeMessage,
} from "./ways.ts";

/** What the clients do. */
export interface Crowd {
  readonly way: Way;
  readonly endpoint: string;
  readonly clients: number;
  readonly direction: Direction;
}

/** What they have seen since they were asked last. */
export interface ClientCount {
  readonly cpuUs: number;
  /** Ages of what was received, in ms. */
  readonly ages: readonly number[];
}

let ages: number[] = [];
let sent = 0;

/** Told by a client that its way is open: something has come, or something that was sent has been answered. */
type Opened = () => void;

/** Takes what comes to one client. */
function receiverFor(opened: Opened): (message: string) => void {
  let first = true;
  return (message) => {
    ages.push(ageOf(message));
    if (first) opened();
    first = false;
  };
}

/** A request on a connection that is kept; calls back with the body and the cursor. */
function ask(
  agent: Agent,
  url: string,
  method: "GET" | "POST",
  body: string,
  done: (text: string, cursor: string) => void,
): void {
  const headers = method === "POST" ? { ...BROWSER_HEADERS, "content-length": body.length } : BROWSER_HEADERS;
  const asked = request(url, { method, agent, headers }, (response) => {
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      text += chunk;
    });
    response.on("end", () => done(text, String(response.headers["x-cursor"] ?? "")));
  });
  // Those that are under way when the measurement is over.
  asked.on("error", () => {});
  asked.end(body);
}

/** Reads the events of a stream as they come. */
function readEvents(agent: Agent, url: string, receive: (message: string) => void): void {
  let rest = "";
  const asked = request(
    url,
    { agent, headers: { ...BROWSER_HEADERS, accept: "text/event-stream" } },
    (response) => {
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        const events = (rest + chunk).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) receive(event.slice("data: ".length));
      });
    },
  );
  asked.on("error", () => {});
  asked.end();
}

/** Asks again and again: at once, or after a pause. */
function poll(agent: Agent, url: string, pauseMs: number, receive: (message: string) => void): void {
  const next = (cursor: string): void =>
    ask(agent, cursor === "" ? url : `${url}?cursor=${cursor}`, "GET", "", (text, after) => {
      if (text !== "") for (const message of text.split("\n")) receive(message);
      if (pauseMs === 0) next(after);
      else setTimeout(next, pauseMs, after);
    });
  next("");
}

function every(work: () => void): void {
  const began = performance.now() + Math.random() * (1000 / STREAM_HZ);
  let turn = 0;
  const next = (): void => {
    if (turn > 0) work();
    turn += 1;
    setTimeout(next, Math.max(0, began + (turn * 1000) / STREAM_HZ - performance.now()));
  };
  next();
}

function start({ way, endpoint, direction }: Crowd, opened: Opened): void {
  const receive = receiverFor(opened);
  if (way === "websocket") {
    const url = endpoint.replace("http", "ws");
    const socket = new WebSocket(url, { perMessageDeflate: false, headers: BROWSER_HEADERS });
    socket.on("message", (data) => receive(data.toString()));
    socket.on("error", () => {});
    socket.on("open", () => {
      if (direction === "down") return;
      opened();
      every(() => socket.send(writeMessage(++sent, UP_BYTES)));
    });
    return;
  }
  // A browser has up to six connections to a server: what is sent need not wait for the answer to what was sent before.
  const agent = new Agent({ keepAlive: true, maxSockets: way === "post" ? 5 : 1 });
  if (way === "post") {
    const post = (done: () => void): void =>
      ask(agent, `${endpoint}/up`, "POST", writeMessage(++sent, UP_BYTES), done);
    post(() => {
      opened();
      every(() => post(() => {}));
    });
  } else if (way === "sse") readEvents(agent, `${endpoint}/sse`, receive);
  else poll(agent, `${endpoint}/${way}`, way === "poll" ? POLL_MS : 0, receive);
}

let lastCpu = 0;
process.once("message", (crowd: Crowd) => {
  let waiting = crowd.clients;
  const opened: Opened = () => {
    waiting -= 1;
    if (waiting === 0) tell({ open: crowd.clients });
  };
  for (let i = 0; i < crowd.clients; i++) start(crowd, opened);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    const counted: ClientCount = { cpuUs: user + system - lastCpu, ages };
    lastCpu = user + system;
    ages = [];
    tell(counted);
  });
});
