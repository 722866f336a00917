export function headEntropy(weights: number[][]): number {
  let sum = 0;
  for (const row of weights) {
    for (const p of row) {
      // A weight of 0 adds nothing: 0 * Math.log(0) is NaN.
      if (p > 0) sum -= p * Math.log(p);
    }
  }
  // The mean over rows, in nats.
  return sum / weights.length;
}
