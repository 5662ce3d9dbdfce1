/** What may travel, and in how many bits: the schemas of the room's state and of a player's input. */
export {
  ArenaState,
  BoltState,
  ChoiceState,
  DropState,
  isPlay,
  MineState,
  NOBODY,
  OWNER,
  PacketState,
  Phase,
  PlayerState,
  RackState,
  SEEN,
  SpectatorState,
} from "./arenaState.ts";
export { InputState } from "./input.ts";
export { isPlaced, packPose, placedAim, placedX, placedY, posePlayers, roundAim } from "./pose.ts";
