import { describe, expect, it } from "vitest";
import { watchReturns } from "./returns.ts";

/** A page whose events are sent by hand. */
function fakePage() {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  let returns = 0;
  const stop = watchReturns({ window, document }, () => {
    returns += 1;
  });
  return {
    window,
    document,
    stop,
    returns: () => returns,
    show(state: "visible" | "hidden") {
      document.visibilityState = state;
      document.dispatchEvent(new Event("visibilitychange"));
    },
    pageshow(persisted: boolean) {
      window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
    },
  };
}

describe("a page is back", () => {
  it("when it is shown, not when it is hidden", () => {
    const page = fakePage();
    page.show("hidden");
    expect(page.returns()).toBe(0);
    page.show("visible");
    expect(page.returns()).toBe(1);
  });

  it("when it comes out of the back/forward cache, not when it is loaded", () => {
    const page = fakePage();
    page.pageshow(false);
    expect(page.returns()).toBe(0);
    page.pageshow(true);
    expect(page.returns()).toBe(1);
  });

  it("when it is thawed, and when the network is there again", () => {
    const page = fakePage();
    page.document.dispatchEvent(new Event("freeze"));
    page.document.dispatchEvent(new Event("resume"));
    page.window.dispatchEvent(new Event("offline"));
    page.window.dispatchEvent(new Event("online"));
    expect(page.returns()).toBe(2);
  });

  it("no more once it is not watched", () => {
    const page = fakePage();
    page.stop();
    page.show("visible");
    page.pageshow(true);
    page.document.dispatchEvent(new Event("resume"));
    page.window.dispatchEvent(new Event("online"));
    expect(page.returns()).toBe(0);
  });
});
