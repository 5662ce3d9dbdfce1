/** A few of the probes, as a run of `npm run probe` measures them; the whole set takes a quarter of an hour. */
import { expect, it } from "vitest";
import { PROXY_LAB } from "../../tools/probe/lab.ts";
import { createMovement } from "../../tools/probe/movement.ts";
import { netNamed } from "../../tools/probe/probe.ts";
import { createRecovery } from "../../tools/probe/recovery.ts";

it("own movement over a busy wireless network: at once, without drift, without a jump", async () => {
  const probe = createMovement({ starts: 3, freeS: 3, wallsS: 2 });
  for (const finding of await probe.run(PROXY_LAB, netNamed("wifi-busy"))) {
    expect(finding.holds, `${finding.claim}: ${finding.measured}`).toBe(true);
  }
});

it("a stall of a second is over within half a second", async () => {
  const [finding] = await createRecovery(2).run(PROXY_LAB, netNamed("cable"));
  expect(finding!.holds, finding!.measured).toBe(true);
});
