/** A row for each setting of a table: a switch, a few words to choose from, or a slider. */
import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { type Choice, type Range, type Setting, settings, TABLES } from "../../settings/index.ts";
import { LANGUAGE_NAMES, type OptionKey, type SettingKey, t } from "../../words/index.ts";

type AreaName = keyof typeof TABLES;

const isChoice = (setting: Setting<unknown>): setting is Choice<string> => "of" in setting;
const isRange = (setting: Setting<unknown>): setting is Range => "min" in setting;

function Switch({ label, value }: { label: string; value: Signal<boolean> }) {
  const id = useId();
  return (
    <div class="setting">
      <span id={id}>{label}</span>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-labelledby={id}
        aria-checked={value.value}
        onClick={() => {
          value.value = !value.peek();
        }}
      >
        {t(value.value ? "settings.on" : "settings.off")}
      </button>
    </div>
  );
}

function Words(props: {
  name: string;
  label: string;
  of: readonly string[];
  value: Signal<string>;
  nameOf: (word: string) => string;
}) {
  const { name, label, of, value, nameOf } = props;
  return (
    <fieldset class="setting" data-setting={name}>
      <legend class="spoken">{label}</legend>
      <span aria-hidden="true">{label}</span>
      <div class="segments">
        {of.map((word) => (
          <button
            key={word}
            type="button"
            aria-pressed={value.value === word}
            onClick={() => {
              value.value = word;
            }}
          >
            {nameOf(word)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Slider({ label, range, value }: { label: string; range: Range; value: Signal<number> }) {
  const id = useId();
  const { min, max, step } = range;
  const says = t("settings.percent", { value: value.value });
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <div class="slider">
        <input
          id={id}
          type="range"
          {...{ min, max, step }}
          value={value.value}
          aria-valuetext={says}
          onInput={({ currentTarget }) => {
            value.value = currentTarget.valueAsNumber;
          }}
        />
        <output for={id}>{says}</output>
      </div>
    </div>
  );
}

/** Languages are called what they call themselves. */
function languageName(word: string): string | undefined {
  return Object.entries(LANGUAGE_NAMES).find(([language]) => language === word)?.[1];
}

/** The row of one setting; its kind says what it looks like. */
function Row(props: { area: AreaName; name: string; setting: Setting<unknown>; value: Signal<unknown> }) {
  const { area, name, setting, value } = props;
  const label = t(`set.${area}.${name}` as SettingKey);
  if (isRange(setting)) return <Slider label={label} range={setting} value={value as Signal<number>} />;
  if (!isChoice(setting)) return <Switch label={label} value={value as Signal<boolean>} />;
  return (
    <Words
      name={name}
      label={label}
      of={setting.of}
      value={value as Signal<string>}
      nameOf={(word) => languageName(word) ?? t(`set.${area}.${name}.${word}` as OptionKey)}
    />
  );
}

export function AreaRows({ area }: { area: AreaName }) {
  const signals: Readonly<Record<string, Signal<unknown>>> = settings[area];
  return (
    <>
      {Object.entries(TABLES[area]).map(([name, setting]: [string, Setting<unknown>]) => (
        <Row key={name} area={area} name={name} setting={setting} value={signals[name]!} />
      ))}
    </>
  );
}
