// Walks down one diagonal, from its first row to its last.
export function offsetScore(weights: number[][], offset: number): number {
  const first = Math.max(0, -offset);
  const last = Math.min(weights.length, weights[0].length - offset);
  if (last <= first) return 0;
  let total = 0;
  for (let i = first; i < last; i++) total += weights[i][i + offset];
  return total / (last - first);
}
