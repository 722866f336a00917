// i + 1 times true, then false
export const causalMask = (n: number): boolean[][] =>
  [...Array(n).keys()].map((i) => [...Array(i + 1).fill(true), ...Array(n - i - 1).fill(false)]);
