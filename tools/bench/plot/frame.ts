/** Size of every chart in px; readable at the width of a page, and the same on a light and a dark one. */
export const WIDTH = 760;

/** Colours that can be told apart, also by those who see few of them. */
export const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#666666"] as const;

export function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length]!;
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** A coordinate with as many digits as anybody sees. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export type Anchor = "start" | "middle" | "end";

export function label(x: number, y: number, text: string, anchor: Anchor = "start", size = 13): string {
  return `<text x="${at(x)}" y="${at(y)}" font-size="${size}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

/** A number on an axis. */
export function figure(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** A round step that divides a length into about so many parts. */
export function stepFor(length: number, parts: number): number {
  const raw = length / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((each) => each * power >= raw) ?? 10;
  return step * power;
}

/** The whole picture: a light sheet, a title, and what is on it. */
export function sheet(height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" fill="#222">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" rx="6" fill="#fbfbfa"/>`,
    label(16, 26, title, "start", 15),
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}
