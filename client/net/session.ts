import type { Room } from "@colyseus/sdk";
import { Predict } from "@colyseus/sdk/predict";
import type { Arena } from "../../shared/arena/index.ts";
import { CLOSE, closeReason, LIMITS, type ServerMessages } from "../../shared/protocol.ts";
import type { Command } from "../../shared/sim/index.ts";
import type { ArenaState } from "../../shared/state/index.ts";
import { hear } from "../../shared/tidings.ts";
import { createWorld, placeRacks } from "./blank.ts";
import { createClockWatch } from "./clockWatch.ts";
import type { Smoothed } from "./drones.ts";
import { createFlights } from "./flights.ts";
import { createHeartbeat, HEARTBEAT } from "./heartbeat.ts";
import { createLinkFigures } from "./linkFigures.ts";
import { createMaps } from "./maps.ts";
import { createMirror } from "./mirror.ts";
import { createMotion } from "./motion.ts";
import { createNews, MOMENTARY, NEWS, type NewsMessage, STALE_MS } from "./news.ts";
import { pairCommands } from "./pairs.ts";
import { createPendingLimit } from "./pending.ts";
import { createPilot } from "./pilot.ts";
import { createRelink } from "./relink.ts";
import { createSendClock, earlyMsOf } from "./sendClock.ts";
import { createServerPace } from "./serverPace.ts";
import { showOwnShot } from "./shots.ts";
import { createTimeline } from "./timeline.ts";
import { nextToWatch } from "./watching.ts";
import { createWishes } from "./wishes.ts";
import type { Session, Status } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Milliseconds between two measurements of the round trip. */
const PING_MS = 1000;

/** How long, in ms, leaving waits for the server's word. */
const LEAVE_MS = 2000;

type ArenaRoom = Room<unknown, ArenaState>;

/**
 * Turns a joined room into a session. The room's first state must have come.
 * @param arena the map that the room plays on
 * @param loadArena brings the maps that it goes on to
 */
export function createSession(
  room: ArenaRoom,
  arena: Arena,
  loadArena: (name: string) => Promise<Arena>,
): Session {
  const { state, sessionId } = room;
  const world = createWorld(arena);
  const timeline = createTimeline(room.clock);
  const pace = createServerPace();
  const motion = createMotion();
  const sendClock = createSendClock();
  const predict = Predict.get(room);
  /** What the SDK is told of the picture, for the stamps of shots: they carry the very instant that is drawn. */
  const smoothing = { delay: 0 };
  const flights = createFlights(
    (options) => predict.spawns("bolts", options),
    timeline,
    () => state.players.get(sessionId)?.slot ?? -1,
    world,
  );
  const smoothed: Smoothed = {
    value: (player, field) =>
      pilot.steers(player) ? predict.value(player, field) : motion.value(player, field, timeline.shownMs()),
  };
  const mirror = createMirror(state, sessionId, smoothed, timeline, world);
  const maps = createMaps(arena, loadArena);
  const wishes = createWishes((type, data) => room.send(type, data));
  const pendingLimit = createPendingLimit();
  const watchClock = createClockWatch(room.clock);

  let status: Status = { at: "playing" };
  const statusListeners = new Set<(status: Status) => void>();
  const eventListeners = new Set<(event: WorldEvent) => void>();
  const news = createNews(world, timeline);
  let frameNow = 0;

  const setStatus = (next: Status): void => {
    if (status.at === "closed") return;
    status = next;
    for (const listener of statusListeners) listener(status);
  };
  const emit = (event: WorldEvent): void => {
    for (const listener of eventListeners) listener(event);
  };
  const emitLasting = (event: WorldEvent): void => {
    if (!MOMENTARY.has(event.type)) emit(event);
  };

  const pilot = createPilot(room, predict, world, {
    emit,
    shot: (seq, weapon, aim, body, slot) => {
      figures.shot();
      showOwnShot(world, flights, emit, { now: frameNow, seq, weapon, aim, body, slot });
    },
  });

  /** The room plays on a map that this page cannot get: another seat has to do. */
  const giveUp = (): void => {
    setStatus({ at: "closed", reason: CLOSE.unreachable });
    stopClocks();
    relink.stop();
    room.reconnection.enabled = false;
    void room.leave();
  };

  /** Whether the world is that of the room's map; once that is here, everything begins anew on it. */
  const settleMap = (): boolean => {
    if (state.arena === world.arena.name) return true;
    const next = maps.get(state.arena, frameNow);
    if (next === null) {
      if (maps.failed && status.at !== "closed") giveUp();
      return false;
    }
    world.arena = next;
    placeRacks(world);
    flights.clear();
    pilot.restart();
    emit({ type: "arena" });
    return true;
  };

  /** What flies is told first: of a grenade that is drawn, its flight shows the end. */
  const isShownInFlight = <K extends NewsMessage>(type: K, data: ServerMessages[K]): boolean => {
    if (type === "hit") {
      const { seq, x, y } = data as ServerMessages["hit"];
      flights.hit(seq, x, y);
    }
    return type === "blast" && flights.blast(data as ServerMessages["blast"]);
  };
  for (const type of NEWS) {
    hear(room, type, (data) => {
      if (!isShownInFlight(type, data)) news.receive(type, data, performance.now());
    });
  }
  hear(room, "stats", (records) => {
    world.records = records;
  });
  hear(room, "closing", ({ seconds }) => {
    world.closingSeconds = seconds;
  });
  hear(room, "idle", ({ seconds }) => {
    world.idleSeconds = seconds;
  });

  const relink = createRelink(room, LIMITS.holdSeconds * 1000);
  const heartbeat = createHeartbeat(performance.now());
  room.onStateChange(() => {
    const now = performance.now();
    heartbeat.heard(now);
    timeline.patched(state.tick, now);
    motion.patched(state.players.values(), timeline.latestMs());
    pace.patched(state.tick, timeline.latestMs());
    figures.patched(now);
    pairs.patched(pilot.acknowledged);
  });
  const beating = setInterval(() => {
    if (heartbeat.beat(performance.now()) && status.at === "playing") relink.drop();
  }, HEARTBEAT.everyMs);
  room.onDrop(() => {
    const now = performance.now();
    pairs.reset();
    world.idleSeconds = null;
    const since = status.at === "reconnecting" ? status.since : now;
    setStatus({
      at: "reconnecting",
      since,
      until: since + LIMITS.holdSeconds * 1000,
      attempt: room.reconnection.retryCount,
    });
  });
  room.onReconnect(() => {
    heartbeat.heard(performance.now());
    setStatus({ at: "playing" });
  });
  room.onLeave((code) => {
    stopClocks();
    world.idleSeconds = null;
    const gaveUp = room.reconnection.retryCount >= room.reconnection.maxRetries;
    setStatus({ at: "closed", reason: gaveUp ? CLOSE.unreachable : closeReason(code) });
  });
  const stopClocks = (): void => {
    clearInterval(pinging);
    clearInterval(beating);
  };
  const pinging = setInterval(() => {
    if (status.at !== "playing") return;
    room.ping((ms) => {
      world.link.pingMs = ms;
      pendingLimit.pinged(ms);
      watchClock(ms);
    });
  }, PING_MS);

  const figures = createLinkFigures(room, world.link, {
    timeline,
    pace,
    stalledMs: heartbeat.stalledMs,
    pendingInputs: () => pilot.prediction?.pending ?? 0,
  });
  // After the figures, which count frames as they are on the wire.
  const pairs = pairCommands(room.connection);

  return {
    world,
    get status() {
      return status;
    },
    roomId: room.roomId,
    get name() {
      return (state.players.get(sessionId) ?? state.spectators.get(sessionId))?.name ?? "";
    },
    get seat() {
      return room.reconnectionToken;
    },
    onStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    frame(now, sample: (command: Command) => void, shows = true) {
      const shownMs = timeline.shownMs();
      timeline.frame(now);
      const tellOf = timeline.shownMs() - shownMs > STALE_MS ? emitLasting : emit;
      frameNow = now;
      const onMap = settleMap();
      if (onMap) pilot.follow();
      smoothing.delay = timeline.stampDelayMs();
      predict.setDefaults(smoothing);
      const ticks = predict.tick(sendClock.advance(now, earlyMsOf(state.players.get(sessionId))));
      const { prediction } = pilot;
      if (status.at === "playing") {
        // Told to all as the podium begins; whoever came later asks.
        if (world.round.phase === "podium" && world.records === null) wishes.ask("stats", {});
        wishes.send(now);
        if (onMap && prediction !== null) {
          const left = pendingLimit.room(prediction.pending, world.link.rttMs);
          prediction.send(Math.min(ticks, left), sample);
        }
      }
      pairs.frame();
      if (!shows) return;
      if (onMap) {
        const { watching } = world;
        mirror.frame(prediction, tellOf);
        // What was said to the player is not said to the spectator, and the other way round.
        if (world.watching !== watching) world.idleSeconds = null;
        flights.frame(now, tellOf);
        news.tell(performance.now(), emit);
      }
      for (const choice of world.round.choices) maps.prefetch(choice.arena);
      figures.refresh(performance.now());
    },
    wake() {
      if (status.at === "playing") heartbeat.wake(performance.now());
      else if (status.at === "reconnecting") relink.hurry();
    },
    rename(name) {
      // What waits for a connection are older names.
      if (!room.connection.isOpen) room.reconnection.enqueuedMessages.length = 0;
      room.send("rename", { name });
    },
    spectate() {
      wishes.ask("spectate", {});
    },
    play() {
      wishes.ask("play", {});
    },
    watchNext(places) {
      const slot = nextToWatch(world, places);
      if (slot !== null) wishes.ask("watch", { slot });
    },
    vote(choice) {
      if (world.round.choices[choice] === undefined) return;
      world.round.ownVote = choice;
      wishes.ask("vote", { choice });
    },
    askRecords() {
      wishes.ask("stats", {});
    },
    async leave() {
      room.reconnection.enabled = false;
      relink.stop();
      if (status.at !== "playing") {
        stopClocks();
        room.connection.close();
        return;
      }
      const told = room.leave();
      const late = setTimeout(relink.drop, LEAVE_MS);
      await told;
      clearTimeout(late);
    },
  };
}
