/** The field for a nickname, with room for two lines of what is wrong with it. */
import { useId } from "preact/hooks";
import { LIMITS } from "../../shared/protocol.ts";
import { t } from "../words/index.ts";
import type { NameProblem } from "./nickname.ts";

function nameProblemSays(problem: NameProblem): string {
  return problem === "long" ? t("name.long", { most: LIMITS.nameLength }) : t(`name.${problem}`);
}

export function NameField(props: {
  label: string;
  value: string;
  problem: NameProblem | null;
  disabled?: boolean;
  onInput: (text: string) => void;
}) {
  const id = useId();
  return (
    <div class="name-field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        name="nickname"
        value={props.value}
        disabled={props.disabled ?? false}
        maxLength={64}
        autocomplete="nickname"
        autocapitalize="words"
        spellcheck={false}
        enterkeyhint="go"
        aria-invalid={props.problem !== null}
        aria-describedby={`${id}-problem`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p id={`${id}-problem`} class="problem" aria-live="polite">
        {props.problem === null ? null : nameProblemSays(props.problem)}
      </p>
    </div>
  );
}
