/** How to play, told from what is really bound, for the device used last. */

import { WEAPONS } from "../../shared/content/index.ts";
import { HELP_MARK, usedDevice } from "../input/index.ts";
import { ALWAYS_PAUSE, type BindingSet, settings } from "../settings/index.ts";
import { t } from "../words/index.ts";
import { capOfCode, capsOf, stickName } from "./caps.ts";

/** A line: what it does, and the key caps for it, in groups that are alternatives. */
interface Line {
  readonly does: string;
  readonly caps: readonly (readonly string[])[];
}

/** Each cap for itself. */
function alternatives(caps: readonly string[]): readonly (readonly string[])[] {
  return caps.map((cap) => [cap]);
}

/** The first caps of four directions as one group; nothing when one of them has none. */
function cross(
  names: readonly ("up" | "left" | "down" | "right" | "aimUp" | "aimLeft" | "aimDown" | "aimRight")[],
) {
  const caps = names.flatMap((name) => capsOf(name, "keys").slice(0, 1));
  return caps.length === names.length ? [caps] : [];
}

/** The keys that draw weapons: from the first to the last when they lie in a row. */
function drawCaps(set: BindingSet): readonly (readonly string[])[] {
  const caps = WEAPONS.map(({ key }) => capsOf(`draw-${key}`, set)[0]);
  const inRow = caps.every((cap, i) => cap === String(i + 1));
  return inRow ? [[`1–${caps.length}`]] : [];
}

/** The wheel is one thing to the hand, though it turns two ways. */
function stepCaps(set: BindingSet): readonly (readonly string[])[] {
  const { nextWeapon, previousWeapon } = settings.bindings[set].value;
  if (nextWeapon[0] === "WheelDown" && previousWeapon[0] === "WheelUp") return [[t("keys.wheel")]];
  return alternatives(capsOf("nextWeapon", set).slice(0, 1));
}

function linesFor(set: BindingSet): readonly Line[] {
  const pad = set === "pad";
  const all = (name: Parameters<typeof capsOf>[0]) => alternatives(capsOf(name, set));
  const lines: readonly Line[] = [
    {
      does: t("keys.move"),
      caps: pad ? [[stickName("move")]] : cross(["up", "left", "down", "right"]),
    },
    {
      does: t("keys.aim"),
      caps: pad
        ? [[stickName("aim")]]
        : [[t("keys.mouse")], ...cross(["aimUp", "aimLeft", "aimDown", "aimRight"])],
    },
    { does: t("keys.fire"), caps: all("fire") },
    { does: t("keys.dash"), caps: all("dash") },
    { does: t("keys.reload"), caps: all("reload") },
    { does: t("keys.weapon"), caps: [...drawCaps(set), ...stepCaps(set)] },
    { does: t("keys.lastWeapon"), caps: all("lastWeapon") },
    { does: t("keys.scoreboard"), caps: all("scoreboard") },
    { does: t("keys.map"), caps: all("map") },
    { does: t("keys.help"), caps: pad ? all("help") : [...all("help"), [HELP_MARK]] },
    { does: t("keys.netGraph"), caps: all("netGraph") },
    { does: t("keys.pause"), caps: [[capOfCode(set, ALWAYS_PAUSE[set])]] },
  ];
  return lines.filter(({ caps }) => caps.length > 0);
}

export function KeyList() {
  const device = usedDevice.value;
  if (device === "touch") {
    return (
      <div class="how-to">
        <p class="touch-note">{t(`keys.touch.${settings.controls.moveSide.value}`)}</p>
      </div>
    );
  }
  return (
    <div class="how-to">
      <dl class="keys">
        {linesFor(device === "gamepad" ? "pad" : "keys").map(({ does, caps }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {caps.map((group, i) => (
                <span key={group.join()}>
                  {i > 0 ? <i>{t("keys.or")}</i> : null}
                  {group.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {device === "desktop" ? <p class="pad-note">{t("keys.gamepad")}</p> : null}
    </div>
  );
}
