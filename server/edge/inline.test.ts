import { expect, test } from "vitest";
import { inlineSources } from "./inline.ts";

test("what stands in the page is named by its hash, and nothing else is", () => {
  const page = `<script type="module" src="/a.js"></script><link rel="stylesheet" href="/a.css">
    <script>alert('Hello, world.');</script><style></style><style>a {\n}</style>`;
  expect(inlineSources(page)).toEqual({
    // The example of the specification (W3C, Content Security Policy Level 3).
    scripts: ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"],
    styles: [
      "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      "'sha256-ubcGche1wv1jK4lUPwia8lRUezJl83mw9E3JCq+aFZk='",
    ],
  });
  expect(inlineSources("")).toEqual({ scripts: [], styles: [] });
});
