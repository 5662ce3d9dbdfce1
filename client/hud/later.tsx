/** Components that the page can do without at first. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../words/index.ts";

/**
 * A component whose code is fetched when it is first shown. Until it is here nothing is drawn in its place; when it cannot
 * be had, a line says so, and the next one that is shown tries again.
 */
export function later<P extends object>(fetchIt: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Here: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [state, setState] = useState<"waiting" | "here" | "failed">(Here === null ? "waiting" : "here");
    useEffect(() => {
      if (Here !== null) return;
      let wanted = true;
      fetchIt().then(
        (component) => {
          Here = component;
          if (wanted) setState("here");
        },
        () => {
          if (wanted) setState("failed");
        },
      );
      return () => {
        wanted = false;
      };
    }, []);
    if (Here !== null) return <Here {...props} />;
    return state === "failed" ? <p role="alert">{t("failure.load")}</p> : null;
  };
}
