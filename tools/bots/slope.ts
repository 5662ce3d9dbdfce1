/** A straight line through points, by least squares, that keeps no point. */
export interface Slope {
  add(x: number, y: number): void;
  /** Growth of y with x; null until two different x were seen. */
  value(): number | null;
}

export function createSlope(): Slope {
  let n = 0;
  let meanX = 0;
  let meanY = 0;
  let xx = 0;
  let xy = 0;
  return {
    add(x, y) {
      n += 1;
      const dx = x - meanX;
      meanX += dx / n;
      meanY += (y - meanY) / n;
      // Welford's update: sums of products of large numbers would lose what is looked for.
      xx += dx * (x - meanX);
      xy += dx * (y - meanY);
    },
    value: () => (xx === 0 ? null : xy / xx),
  };
}
