export function offsetScore(weights: number[][], offset: number): number {
  const diagonal: number[] = [];
  weights.forEach((row, query) => {
    row.forEach((weight, key) => {
      if (key - query === offset) diagonal.push(weight);
    });
  });
  const sum = diagonal.reduce((s, w) => s + w, 0);
  return sum / Math.max(1, diagonal.length);
}
