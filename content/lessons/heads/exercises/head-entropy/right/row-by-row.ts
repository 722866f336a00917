export const headEntropy = (weights: number[][]): number => {
  const perRow = weights.map((row) => row.filter((p) => p !== 0).reduce((h, p) => h - p * Math.log(p), 0));
  return perRow.reduce((a, b) => a + b, 0) / perRow.length;
};
