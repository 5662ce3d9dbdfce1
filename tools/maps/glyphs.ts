/** Letters and digits as strokes within 4 by 6 units, for pictures without fonts. */
export const GLYPHS: Readonly<Record<string, string>> = {
  "1": "M1 1L2.2 0V6",
  "2": "M0.2 1.4Q0.4 0 2 0T3.8 1.6Q3.8 2.6 2.4 3.8L0.2 6H4",
  A: "M0 6L2 0L4 6M0.8 4H3.2",
  B: "M0.3 0V6H2.4Q3.9 6 3.9 4.4T2.4 2.9H0.3H2.2Q3.6 2.9 3.6 1.4T2.2 0Z",
  H: "M0.2 0V6M3.8 0V6M0.2 3H3.8",
  L: "M0.6 0V6H3.8",
  M: "M0 6V0L2 3.4L4 0V6",
  O: "M2 0Q4 0 4 3T2 6T0 3T2 0Z",
  P: "M0.4 6V0H2.3Q3.9 0 3.9 1.7T2.3 3.4H0.4",
  R: "M0.4 6V0H2.3Q3.8 0 3.8 1.6T2.3 3.2H0.4M2 3.2L3.9 6",
  S: "M3.7 1.2Q3.4 0 2 0T0.3 1.5Q0.3 2.6 2 3T3.8 4.5Q3.8 6 2 6T0.2 4.8",
};
