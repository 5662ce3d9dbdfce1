import { describe, expect, test } from "vitest";
import { answerAsset, answerPage, assetsOf, OFFLINE_PAGE, type Shelf, wantedBy } from "./answers.ts";

/** A shelf as browsers have it, by path. */
function createShelf(
  kept: Readonly<Record<string, string>> = {},
): Shelf & { readonly paths: () => string[] } {
  const all = new Map(Object.entries(kept));
  const pathOf = (asked: RequestInfo | URL): string =>
    new URL(asked instanceof Request ? asked.url : asked, "https://play.example").pathname;
  return {
    paths: () => [...all.keys()],
    match: async (asked) => {
      const text = all.get(pathOf(asked));
      return text === undefined ? undefined : new Response(text);
    },
    put: async (asked, answer) => {
      all.set(pathOf(asked), await answer.text());
    },
  };
}

const gone = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));
const says =
  (text: string, status = 200) =>
  (): Promise<Response> =>
    Promise.resolve(new Response(text, { status }));

test.each([
  ["page", "GET", "navigate", "https://play.example/"],
  ["page", "GET", "navigate", "https://play.example/?name=Mira"],
  ["asset", "GET", "cors", "https://play.example/assets/index-abc.js"],
  ["other", "GET", "cors", "https://play.example/api/offer"],
  ["other", "GET", "cors", "https://elsewhere.example/assets/index-abc.js"],
  ["other", "POST", "cors", "https://play.example/matchmake/joinOrCreate/arena"],
  ["other", "POST", "navigate", "https://play.example/"],
] as const)("%s is wanted by %s (%s) %s", (wanted, method, mode, url) => {
  expect(wantedBy({ method, mode, url }, "https://play.example")).toBe(wanted);
});

describe("the page", () => {
  const shelf = createShelf({ [OFFLINE_PAGE]: "offline", "/": "an old page" });

  test("is what the server says now, errors of its own included", async () => {
    expect(await (await answerPage(says("new"), shelf)).text()).toBe("new");
    expect((await answerPage(says("no such page", 404), shelf)).status).toBe(404);
  });

  test("is the offline one when there is no server, or nobody behind the proxy", async () => {
    expect(await (await answerPage(gone, shelf)).text()).toBe("offline");
    for (const status of [502, 503, 504])
      expect(await (await answerPage(says("bad gateway", status), shelf)).text()).toBe("offline");
  });

  test("is an error when nothing was kept", async () => {
    expect((await answerPage(gone, createShelf())).type).toBe("error");
    expect((await answerPage(says("bad gateway", 502), createShelf())).status).toBe(502);
  });
});

describe("an asset", () => {
  const request = new Request("https://play.example/assets/index-abc.js");

  test("is fetched once and kept", async () => {
    const shelf = createShelf();
    expect(await (await answerAsset(request, says("code"), shelf)).text()).toBe("code");
    expect(await (await answerAsset(request, gone, shelf)).text()).toBe("code");
  });

  test("that is not there is not kept", async () => {
    const shelf = createShelf();
    expect((await answerAsset(request, says("Not Found", 404), shelf)).status).toBe(404);
    expect(shelf.paths()).toEqual([]);
  });

  test("comes even when nothing can be kept", async () => {
    const full: Shelf = {
      ...createShelf(),
      put: () => Promise.reject(new DOMException("", "QuotaExceededError")),
    };
    expect(await (await answerAsset(request, says("code"), full)).text()).toBe("code");
  });
});

test("the assets of a page are its scripts, styles and pictures, each once", () => {
  const page = `<link rel="stylesheet" href="/assets/a-1.css"><script src="/assets/b-2.js"></script>
    <a href="/">again</a><img src="/assets/c-3.svg"><link rel="icon" href="/assets/c-3.svg">`;
  expect(assetsOf(page)).toEqual(["/assets/a-1.css", "/assets/b-2.js", "/assets/c-3.svg"]);
});
