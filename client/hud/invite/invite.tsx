/** The way for friends into this very match: its link to copy, to send and to scan. */
import { useRef, useState } from "preact/hooks";
import { settings } from "../../settings/index.ts";
import { t } from "../../words/index.ts";
import { useHud } from "../context.ts";
import { later } from "../later.tsx";
import { useSaid } from "../said.ts";
import { copyText } from "./copyText.ts";
import { HIDDEN_CODE } from "./hidden.ts";

type Outcome = "copied" | "selected";

function CopyButton({ link, field }: { link: string; field: { readonly current: HTMLInputElement | null } }) {
  const [outcome, say] = useSaid<Outcome>();

  async function onClick(): Promise<void> {
    if (field.current === null) return;
    say((await copyText(link, field.current)) ? "copied" : "selected");
  }
  return (
    <>
      <button type="button" onClick={onClick}>
        {t(`invite.${outcome ?? "copy"}`)}
      </button>
      <span class="spoken" role="status">
        {outcome === null ? "" : t(`invite.${outcome}`)}
      </span>
    </>
  );
}

/** Hands the link to another app, on systems where apps take such things. */
function ShareButton({ link }: { link: string }) {
  if (navigator.share === undefined) return null;
  // Who closes the sheet again has not done anything wrong.
  const share = (): void => void navigator.share({ title: t("title"), url: link }).catch(() => {});
  return (
    <button type="button" onClick={share}>
      {t("invite.share")}
    </button>
  );
}

/** The code is drawn only for who asks for it: so is the library that draws it. */
const QrCode = later(() => import("./qr.tsx").then((module) => module.QrCode));

function QrButton({ link }: { link: string }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t("invite.qr")}
      </button>
      {shown ? <QrCode text={link} label={t("invite.qrLabel")} /> : null}
    </>
  );
}

export function Invite() {
  const { link } = useHud();
  const field = useRef<HTMLInputElement>(null);
  const { streamer } = settings.interface;
  const hidden = streamer.value;
  return (
    <section class="invite" aria-label={t("invite.heading")}>
      <h3>{t("invite.heading")}</h3>
      <input
        ref={field}
        readOnly
        aria-label={t("invite.link")}
        value={hidden ? HIDDEN_CODE : link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="choices">
        <CopyButton link={link} field={field} />
        <ShareButton link={link} />
        {hidden ? null : <QrButton link={link} />}
        <button
          type="button"
          class="quiet"
          aria-pressed={hidden}
          onClick={() => {
            streamer.value = !hidden;
          }}
        >
          {t("invite.hide")}
        </button>
      </div>
    </section>
  );
}

/** The code of the match in one line, below the scores. */
export function MatchCode() {
  const { room } = useHud();
  const hidden = settings.interface.streamer.value;
  return <p class="match-code">{t("invite.code", { room: hidden ? HIDDEN_CODE : room })}</p>;
}
