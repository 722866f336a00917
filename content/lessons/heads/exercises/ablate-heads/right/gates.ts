// Each head times a gate of 1 or 0, then merged.
export const ablateHeads = (heads: number[][][], keep: boolean[]): number[][] => {
  const gated = heads.map((head, h) => head.map((row) => row.map((x) => x * Number(keep[h]))));
  return gated.reduce((left, right) => left.map((row, i) => row.concat(right[i])));
};
