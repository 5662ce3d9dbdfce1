/** Everything that can be set, area by area; what is changed holds at once. The tables of client/settings say what there is. */
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { TABLES } from "../../settings/index.ts";
import { t } from "../../words/index.ts";
import { ControlsPanel } from "../controls/controls.tsx";
import { followCrosshair } from "../crosshair.ts";
import { Dialog } from "../dialog.tsx";
import "../../style/settings.css";
import { Backup } from "./backup.tsx";
import { AreaRows } from "./rows.tsx";

type AreaName = keyof typeof TABLES;
type Tab = AreaName | "text";

const AREAS = Object.keys(TABLES) as AreaName[];
const TABS: readonly Tab[] = [...AREAS, "text"];

/** What an area shows besides its rows. */
const BESIDES: Partial<Readonly<Record<AreaName, ComponentType>>> = { controls: ControlsPanel };

function Panel({ tab }: { tab: Tab }) {
  if (tab === "text") return <Backup />;
  const More = BESIDES[tab];
  return (
    <>
      <AreaRows area={tab} />
      {More === undefined ? null : <More />}
    </>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const [tab, setTab] = useState<Tab>("video");
  const list = useRef<HTMLDivElement>(null);
  useEffect(followCrosshair, []);

  /** As ARIA's pattern for tabs asks: arrows go from one to the next, and Tab into what it shows. */
  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.code];
    if (step === undefined) return;
    event.preventDefault();
    const next = (TABS.indexOf(tab) + step + TABS.length) % TABS.length;
    setTab(TABS[next]!);
    list.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <Dialog heading={t("settings.heading")} class="settings" onEscape={onClose}>
      <div ref={list} class="tabs" role="tablist" aria-label={t("settings.heading")} onKeyDown={onKeyDown}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="settings-panel"
            tabIndex={tab === name ? 0 : -1}
            autofocus={tab === name}
            onClick={() => setTab(name)}
          >
            {t(`settings.area.${name}`)}
          </button>
        ))}
      </div>
      <div id="settings-panel" class="settings-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Panel key={tab} tab={tab} />
      </div>
      <button type="button" class="primary" onClick={onClose}>
        {t("settings.close")}
      </button>
    </Dialog>
  );
}
