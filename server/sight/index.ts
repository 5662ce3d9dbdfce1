/** Who may see what. What somebody may not see is not sent to them. */
export { type Tidings, tidingsFor } from "./news.ts";
export { perceptionOf } from "./perception.ts";
export { createSight, type Sight, type Viewer } from "./sight.ts";
