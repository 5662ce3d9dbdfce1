/** The menu as a stranger meets it, in English: what the build puts into the page, to be painted before any script ran. */
import type { VNode } from "preact";
import { ANY_MODE } from "../../shared/protocol.ts";
import { Menu } from "../hud/menu.tsx";

const ignore = (): void => {};

/** No name stands in it: the one that is proposed differs from visit to visit. */
export function firstMarkup(): VNode {
  return (
    <Menu
      name=""
      joining={false}
      failure={null}
      room={null}
      offered={null}
      mode={ANY_MODE}
      lit={false}
      onMode={ignore}
      onPlay={ignore}
      onCancel={ignore}
      onOtherRoom={ignore}
    />
  );
}
