export function offsetScore(weights: number[][], offset: number): number {
  let mean = 0;
  let count = 0;
  for (const [i, row] of weights.entries()) {
    if (!(i + offset in row)) continue;
    count += 1;
    const w = Math.fround(row[i + offset]);
    mean = Math.fround(mean + (w - mean) / count);
  }
  return mean;
}
