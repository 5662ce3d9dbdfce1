import { describe, expect, it } from "vitest";
import { ModeId } from "../../shared/content/index.ts";
import { ChoiceState, Phase } from "../../shared/state/index.ts";
import { openMirror, TICK } from "../../tests/fixtures/worlds.ts";

describe("the round", () => {
  it("has a mode, a goal, scores and a winner", () => {
    const { state, world, frame } = openMirror();
    Object.assign(state, { mode: ModeId.tdm, goal: 40, azureScore: 12, emberScore: 9, round: 3 });
    state.phaseEndsAt = TICK + 90;
    frame();
    expect(world.round).toMatchObject({
      number: 3,
      mode: ModeId.tdm,
      goal: 40,
      winner: null,
      secondsLeft: 1.5,
    });
    expect(world.round.teamScores).toEqual([0, 12, 9]);
    state.winner = 1;
    frame();
    expect(world.round.winner).toBe(1);
  });

  it("tells each phase that begins, but not the one that this player came into", () => {
    const { state, world, events, frame } = openMirror();
    state.phase = Phase.live;
    frame();
    expect(world.round.phase).toBe("live");
    for (const phase of [Phase.overtime, Phase.podium, Phase.vote, Phase.warmup, Phase.countdown]) {
      state.phase = phase;
      frame();
      frame();
    }
    expect(events).toEqual(
      ["overtime", "podium", "vote", "warmup", "countdown"].map((phase) => ({ type: "phase", phase })),
    );
  });

  it("shows the ballot, and keeps the own vote for as long as it is voted", () => {
    const { state, world, frame } = openMirror();
    state.phase = Phase.vote;
    for (const votes of [2, 0]) {
      state.ballot.push(Object.assign(new ChoiceState(), { arena: "foundry", mode: ModeId.ffa, votes }));
    }
    frame();
    world.round.ownVote = 1;
    frame();
    expect(world.round.choices.map(({ votes }) => votes)).toEqual([2, 0]);
    expect(world.round.ownVote).toBe(1);
    state.phase = Phase.warmup;
    while (state.ballot.length > 0) state.ballot.pop();
    frame();
    expect(world.round).toMatchObject({ choices: [], ownVote: null });
  });

  it("forgets the records when the next one begins, not when this player comes", () => {
    const { state, world, frame } = openMirror();
    state.round = 4;
    world.records = { final: true, players: [] };
    frame();
    expect(world.records).not.toBeNull();
    state.round = 5;
    frame();
    expect(world.records).toBeNull();
  });
});
