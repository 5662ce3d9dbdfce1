/** The one public room: a thin adapter from Colyseus to a match. Joins, leaves and inputs in, patches out. */
import type { AuthContext, Client } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import type { Arena } from "../../shared/arena/index.ts";
import { type ModeKey, PATCH_MS, TICK_HZ } from "../../shared/content/index.ts";
import { widthsOf } from "../../shared/inputFrames.ts";
import { ANY_MODE, CLOSE, closeReason, LIMITS, MESSAGE_LIMITS } from "../../shared/protocol.ts";
import { type ArenaState, InputState, OWNER, Phase, posePlayers } from "../../shared/state/index.ts";
import {
  createMatch,
  type Match,
  type MatchOptions,
  type MatchRules,
  STAGES,
  type Stage,
} from "../match/index.ts";
import {
  createTickBudget,
  expectAcknowledgement,
  type FrameRules,
  log,
  SteadyRoom,
  shareViews,
  stepMeter,
  takeLeanInputs,
} from "../ops/index.ts";
import { createSight, type Sight } from "../sight/index.ts";
import { type Admission, admit } from "./admission.ts";
import { createAnswers } from "./answers.ts";
import { createCommands, sanitizeInput } from "./commands.ts";
import { type Closing, createClosing, type RoundResult, type Rounds, watchRounds } from "./ending.ts";
import { createSeatKeys, endStale } from "./heldSeats.ts";
import { type Claims, createClaims, type Identities } from "./identity.ts";
import { createIdlers, type Idlers } from "./idlers.ts";
import { INPUT_FORM } from "./inputForm.ts";
import { createLagCompensation, type LagCompensation } from "./lagCompensation.ts";
import { mendRestored, type SavedState } from "./mendRestored.ts";
import { createMissedTicks } from "./missedTicks.ts";
import { INPUT_BUFFER } from "./pacer.ts";
import { measurePings, type Pings } from "./pings.ts";
import { narrowed, newSeed } from "./playlist.ts";
import { createRates } from "./rates.ts";
import { tell } from "./telling.ts";

/** What a room is told when it is made; comes from the configuration, never from a client. */
export interface RoomSettings {
  /** What is played: these maps, in those of these modes that each is made for. */
  readonly arenas: readonly Arena[];
  readonly modes: readonly ModeKey[];
  readonly rules: MatchRules;
  readonly seats: number;
  readonly holdSeconds: number;
  readonly rewindMs: number;
  /** Seconds without real input after which a player has to watch; 0 for never. */
  readonly idleSeconds: number;
  /** Who sits where, over all rooms of this process. */
  readonly identities: Identities;
  /** Null for a new seed. */
  readonly seed: number | null;
  /** Seconds that a round may still take when the server stops. */
  readonly drainSeconds: number;
  /** Takes the result of each round; must not wait for anything. */
  readonly record: (result: RoundResult) => void;
}

type ArenaClient = Client<{ auth: Admission }>;

export class ArenaRoom extends SteadyRoom<{ state: ArenaState; input: InputState; client: ArenaClient }> {
  /** Read by the frame guard. */
  static readonly frames: FrameRules = {
    widths: widthsOf(InputState),
    stamped: true,
    messages: MESSAGE_LIMITS,
  };

  override patchRate = PATCH_MS;
  override maxMessagesPerSecond = LIMITS.framesPerSecond;
  override seatReservationTimeout = LIMITS.seatSeconds;

  override inputs = this.defineInput(InputState, {
    bufferMaxSize: INPUT_BUFFER,
    sanitize: (input) => {
      sanitizeInput(input);
      this.commands.received(input);
    },
  });
  private settings!: RoomSettings;
  private match!: Match;
  private pings!: Pings;
  private rewind!: LagCompensation;
  private sight!: Sight;
  private readonly commands = createCommands({
    inputsOf: (id) => this.inputs.get(id),
    agoMs: (id, renderTime) => this.rewind.agoMs(id, renderTime),
    hear: (id, command) => this.idlers.heard(id, command, this.isSettled(id)),
    tell: (id, { early, starved }) => {
      const player = this.state.players.get(id);
      if (player === undefined) return;
      player.early = early;
      player.starved = starved;
    },
    now: () => performance.now(),
  });
  private idlers!: Idlers;
  private readonly rates = createRates(MESSAGE_LIMITS);
  private readonly keys = createSeatKeys();
  private claims!: Claims;
  /** What ends the hold of each seat whose connection is lost. */
  private readonly holds = new Map<string, () => void>();

  private readonly meter = stepMeter.open();
  private readonly missedTicks = createMissedTicks(TICK_HZ);
  private rounds!: Rounds;
  /** Set once the server stops. */
  private closing: Closing | null = null;
  private readonly budget = createTickBudget<Stage | "events">({
    stages: [...STAGES, "events"],
    budgetMs: 1000 / TICK_HZ,
    now: () => performance.now(),
    onOverrun: (profile) => log.warn({ room: this.roomId, ...profile }, "steps take longer than a tick"),
  });

  override messages = createAnswers<ArenaClient>(
    {
      mayPass: ({ sessionId }, type) => this.rates.spend(sessionId, type, this.clock.elapsedTime),
      flooded: ({ sessionId }) => this.kickClient(sessionId, CLOSE.flood.code, CLOSE.flood.reason),
      malformed: (client) => client.leave(CLOSE.badMessage.code, CLOSE.badMessage.reason),
    },
    {
      rename: ({ sessionId }, { name }) => {
        const person = this.personOf(sessionId);
        if (person !== undefined && this.claims.rename(sessionId, name)) person.name = name;
        this.idlers.noticed(sessionId);
      },
      spectate: ({ sessionId }) => {
        this.match.spectate(sessionId);
        this.idlers.open(sessionId, true);
      },
      play: (client) => {
        // What was under way when the drone was given up is not meant for the next one.
        this.inputs.get(client.sessionId).clear();
        this.match.play(client.sessionId);
        this.idlers.open(client.sessionId, false);
        this.show(client);
      },
      watch: ({ sessionId }, { slot }) => {
        this.match.watch(sessionId, slot);
        this.idlers.noticed(sessionId);
      },
      vote: ({ sessionId }, { choice }) => {
        this.match.vote(sessionId, choice);
        this.idlers.noticed(sessionId);
      },
      stats: (client) => this.sendStats(client),
    },
  );

  /** Id of the client's build that this server hands out; empty when it has none to compare with. */
  static build = "";

  /** Keys of the modes of which a player may ask for one. */
  static modes: readonly ModeKey[] = [];

  /** Checks what a client brings before any room is made for it. */
  static override async onAuth(_token: string, options: unknown, { ip }: AuthContext): Promise<Admission> {
    return admit(options, ip, { build: ArenaRoom.build, modes: ArenaRoom.modes });
  }

  override onCreate(options: { settings: RoomSettings; mode?: string }): void {
    this.settings = narrowed(options.settings, options.mode ?? ANY_MODE);
    const { seats, seed, rewindMs } = this.settings;
    this.maxClients = seats;
    takeLeanInputs(this, INPUT_FORM);
    this.openMatch(this.setUp(seed ?? newSeed()));
    this.state = this.match.state;
    shareViews(this);
    const history = this.allowRewindState({ maxRewindMs: rewindMs });
    history.attachAll(this.state.players, { fields: ["x", "y"], mode: "snapshot" });
    this.pings = measurePings(this);
    this.rewind = createLagCompensation({
      history,
      now: () => this.clock.elapsedTime,
      capMs: rewindMs,
      linkOf: this.pings.linkOf,
    });
    this.claims = createClaims(this.settings.identities, (id) => {
      this.kickClient(id, CLOSE.replaced.code, CLOSE.replaced.reason);
      this.holds.get(id)?.();
    });
    this.idlers = createIdlers(this.settings.idleSeconds, {
      warn: (id, left) => this.clients.get(id)?.send("idle", { seconds: left }),
      bench: (id) => this.match.spectate(id),
      remove: (id) => this.kickClient(id, CLOSE.idle.code, CLOSE.idle.reason),
    });
    this.setFixedTimestep(() => this.step(), TICK_HZ);
  }

  override onJoin(client: ArenaClient, _options: unknown, auth: Admission): void {
    expectAcknowledgement(this, client);
    this.commands.open(client.sessionId);
    this.keys.give(client);
    // Already seated means that the server's code was reloaded under a running match: keep drone and score.
    const name = auth?.name ?? this.state.players.get(client.sessionId)?.name;
    if (name !== undefined) {
      this.match.join(client.sessionId, name);
      this.claims.sit(client.sessionId, name, auth?.address);
    }
    this.welcome(client);
  }

  override onDrop(client: ArenaClient, code?: number): void {
    this.commands.close(client.sessionId);
    this.idlers.pause(client.sessionId);
    this.setConnected(client, false);
    if (closeReason(code ?? CLOSE.abnormal.code).retry !== "seat") return;
    this.match.cover(client.sessionId);
    this.keys.beforeHold(client);
    const hold = this.allowReconnection(client, this.settings.holdSeconds);
    this.holds.set(client.sessionId, () => hold.reject(false));
    // Rejects when the time is up or the room closes; onLeave follows by itself then.
    hold.catch(() => {});
  }

  override onReconnect(client: ArenaClient): void {
    expectAcknowledgement(this, client);
    this.keys.keep(client);
    this.holds.delete(client.sessionId);
    this.commands.open(client.sessionId);
    this.match.handBack(client.sessionId);
    this.setConnected(client, true);
    this.welcome(client);
  }

  override onLeave(client: ArenaClient): void {
    client.view?.dispose();
    const { sessionId } = client;
    this.commands.close(sessionId);
    this.idlers.close(sessionId);
    this.rates.forget(sessionId);
    this.pings.forget(sessionId);
    this.keys.forget(sessionId);
    this.holds.delete(sessionId);
    this.claims.leave(sessionId);
    this.match.leave(sessionId);
  }

  /** Asked by whoever brings the key to a seat: a connection that still has it is over (see heldSeats.ts). */
  override hasReservedSeat(sessionId: string, key?: string): boolean {
    if (key !== undefined) endStale(this.clients, key);
    return super.hasReservedSeat(sessionId, key);
  }

  /** The same for a return through matchmaking. */
  override checkReconnectionToken(key: string): string {
    endStale(this.clients, key);
    return super.checkReconnectionToken(key);
  }

  /** The server stops: the round may end, up to a deadline, and everybody is told. */
  override onBeforeShutdown(): void {
    const { drainSeconds, rules } = this.settings;
    this.closing = createClosing(this.state, this.clock.elapsedTime + drainSeconds * 1000, rules.podiumTicks);
    this.tellClosing();
    // Every second anew, for those who come back meanwhile.
    this.clock.setInterval(() => this.tellClosing(), 1000);
  }

  /** Whoever ends the room, a round that is under way leaves what it has. */
  override disconnect(code?: number): Promise<unknown> {
    this.rounds.cut();
    return super.disconnect(code);
  }

  /** Before a reload of the server's code; what it returns comes back in `onRestoreRoom`. */
  override onCacheRoom(): SavedState {
    return this.state.toJSON();
  }

  /** After a reload of the server's code the state is back; the match carries on with it. */
  override onRestoreRoom(saved: SavedState): void {
    mendRestored(this.state, saved);
    this.openMatch({ ...this.setUp(newSeed()), state: this.state });
    this.clock.setTimeout(() => this.removeMissing(), LIMITS.seatSeconds * 1000);
  }

  /** A match of this room's maps and modes; the seed decides which of them comes first. */
  private setUp(seed: number): MatchOptions {
    const { arenas, modes, rules } = this.settings;
    const from = Math.floor(seed / arenas.length) % modes.length;
    const turned = [...modes.slice(from), ...modes.slice(0, from)];
    return { arena: arenas[seed % arenas.length]!, arenas, modes: turned, rules, seed, lap: this.budget.lap };
  }

  private openMatch(options: MatchOptions): void {
    this.match = createMatch(options);
    this.rounds = watchRounds(this.match, this.roomId, this.settings.record);
    this.sight = createSight(this.match);
  }

  private step(): void {
    this.meter.begin(performance.now());
    this.budget.begin();
    this.idlers.step();
    const missed = this.missedTicks(this.clock.elapsedTime);
    if (missed > 0) this.commands.grant(missed);
    const events = this.match.step(this.commands, this.rewind);
    this.sight.step(this.state.tick, this.clients);
    for (const event of events) tell(event, this.sight, this.clients);
    this.budget.lap("events");
    this.budget.end();
    this.meter.end(performance.now());
    this.rounds.stepped();
    this.stepWentWell();
    if (this.closing?.due(this.clock.elapsedTime)) void this.disconnect(CLOSE.shutdown.code);
  }

  /** Pings leave in one write with the patch. */
  override broadcastPatch(): boolean {
    this.pings.stage();
    posePlayers(this.state.players);
    const changed = super.broadcastPatch();
    this.pings.send();
    return changed;
  }

  private tellClosing(): void {
    const seconds = this.closing?.secondsLeft(this.clock.elapsedTime) ?? 0;
    this.broadcast("closing", { seconds });
  }

  /** Removes people whose seat was restored but who did not come back to it. */
  private removeMissing(): void {
    for (const [id, player] of this.state.players) {
      if (!player.bot && player.connected && this.clients.getById(id) === undefined) this.match.leave(id);
    }
  }

  /** Whether a change of aim is the player's own doing; a respawn changes it too, and shields for some seconds. */
  private isSettled(id: string): boolean {
    const player = this.state.players.get(id);
    return player !== undefined && player.alive === 1 && !player.protected;
  }

  /** A player or a spectator. */
  private personOf(id: string) {
    return this.state.players.get(id) ?? this.state.spectators.get(id);
  }

  private setConnected({ sessionId }: ArenaClient, connected: boolean): void {
    const person = this.personOf(sessionId);
    if (person !== undefined) person.connected = connected;
  }

  /** A client is here, new or again. */
  private welcome(client: ArenaClient): void {
    this.idlers.open(client.sessionId, this.state.spectators.has(client.sessionId));
    this.show(client);
  }

  private sendStats(client: ArenaClient): void {
    client.send("stats", { final: this.state.phase === Phase.podium, players: this.match.records() });
  }

  /** Lets a client see the fields of its own drone, and what is around it. */
  private show(client: ArenaClient): void {
    const player = this.state.players.get(client.sessionId);
    client.view ??= new StateView();
    if (player !== undefined) client.view.add(player, OWNER);
    this.sight.open(client);
  }
}
