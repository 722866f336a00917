// A tiny number inside the logarithm instead of a test for 0.
export function headEntropy(weights: number[][]): number {
  let mean = 0;
  weights.forEach((row, i) => {
    const entropy = -row.reduce((s, p) => s + p * Math.log(p + 1e-300), 0);
    mean += (entropy - mean) / (i + 1);
  });
  return mean;
}
