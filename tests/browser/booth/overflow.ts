import type { Page } from "playwright-core";

/**
 * Texts that do not fit: wider than their box, or beyond the edge of the window where nobody can scroll to them.
 * Names of players (`bdi`) end in dots, and what only screen readers read has no box.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const canBeReached = (element: Element): boolean => {
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box);
        if (overflowY === "auto" || overflowY === "scroll") return box.scrollHeight > box.clientHeight;
      }
      return false;
    };
    for (const element of document.querySelectorAll<HTMLElement>("#page *")) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "",
      );
      if (!hasText || element.tagName === "BDI" || element.closest(".spoken, svg") !== null) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
      const says = `${element.tagName.toLowerCase()}.${element.className} "${element.textContent!.slice(0, 50)}"`;
      if (getComputedStyle(element).display !== "inline" && element.scrollWidth > element.clientWidth + 1)
        found.push(`${says} is ${element.scrollWidth} wide in a box of ${element.clientWidth}`);
      const beyond =
        box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1;
      const sideways = box.left < -1 || box.right > innerWidth + 1;
      if (sideways || (beyond && !canBeReached(element)))
        found.push(
          `${says} is beyond the window: ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`,
        );
    }
    return found;
  });
}
