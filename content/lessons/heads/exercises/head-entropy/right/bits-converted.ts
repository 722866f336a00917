const xLogX = (p: number): number => (p ? p * Math.log2(p) : 0);

export function headEntropy(weights: number[][]): number {
  const bits = weights.flat().reduce((total, p) => total - xLogX(p), 0);
  return (bits * Math.LN2) / weights.length;
}
