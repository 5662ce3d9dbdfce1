/** Below the clock: who holds the zone, where the packets are. */
import { TEAMS, teamOf } from "../../shared/content/index.ts";
import { teamColour } from "../view/palette.ts";
import { phrase, t } from "../words/index.ts";
import { useHud } from "./context.ts";
import type { PacketLine, ZoneLine } from "./objective.ts";
import { Player, TeamName } from "./player.tsx";

/** Shown while it is worth looking at: not on the podium and not during the vote. */
export function GoalBar() {
  const { store } = useHud();
  const { phase, zone, packets } = store;
  if (phase.value === "podium" || phase.value === "vote") return null;
  if (zone.value !== null) return <ZoneState {...zone.value} />;
  if (packets.value.length === 0) return null;
  return (
    <div class="goal-bar">
      {packets.value.map((packet) => (
        <PacketState key={packet.team} packet={packet} />
      ))}
    </div>
  );
}

function ZoneState({ holder, contested, movesIn }: ZoneLine) {
  const team = teamOf(holder);
  const hue = contested || team === null ? undefined : teamColour(team.id);
  return (
    <div class={`goal-bar ${contested ? "contested" : ""}`}>
      <span class="panel goal" style={hue === undefined ? {} : { "--hue": hue }}>
        {contested || team === null ? null : <TeamName team={team} bare />}
        <strong>
          {contested
            ? t("zone.contested")
            : team === null
              ? t("zone.open")
              : t("zone.held", { team: t(`team.${team.key}`) })}
        </strong>
        {movesIn === 0 ? null : <small>{t("zone.moves", { seconds: movesIn })}</small>}
      </span>
    </div>
  );
}

/** One packet; the one that the player carries asks to be brought home. */
function PacketState({ packet }: { packet: PacketLine }) {
  const team = TEAMS.find(({ id }) => id === packet.team);
  if (team === undefined) return null;
  const own = packet.at === "carried" && packet.carrier.self;
  const name = t(`team.${team.key}`);
  return (
    <span
      class={`panel goal packet ${packet.at} ${own ? "own" : ""}`}
      style={{ "--hue": teamColour(team.id) }}
    >
      <TeamName team={team} bare />
      {own ? (
        <strong>{t("packet.own", { team: name })}</strong>
      ) : packet.at === "home" ? (
        <span>{t("packet.home", { team: name })}</span>
      ) : packet.at === "dropped" ? (
        <strong>{t("packet.dropped", { team: name, seconds: packet.seconds })}</strong>
      ) : (
        <span>{phrase("packet.carried", { team: name, who: <Player key="who" {...packet.carrier} /> })}</span>
      )}
    </span>
  );
}
