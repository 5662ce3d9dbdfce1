/** A link as a QR code, for the camera of another device. Fetched when somebody wants to see one. */
import { useMemo } from "preact/hooks";
import { encode } from "uqr";

/** Modules of light around the code that ISO/IEC 18004 asks for. */
const QUIET = 4;

/** One sub-path for each run of dark modules in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; ) {
      const from = x;
      while (row[x] === true) x += 1;
      if (x > from) runs.push(`M${from} ${y}h${x - from}v1h${from - x}Z`);
      else x += 1;
    }
  }
  return runs.join("");
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: "M", border: QUIET });
    return { size, path: pathOf(data) };
  }, [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} />
      <path d={path} />
    </svg>
  );
}
