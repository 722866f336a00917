export const offsetScore = (weights: number[][], offset: number): number => {
  const found = weights.flatMap((row, i) => row[i + offset] ?? []);
  return found.length ? found.reduce((a, b) => a + b) / found.length : 0;
};
