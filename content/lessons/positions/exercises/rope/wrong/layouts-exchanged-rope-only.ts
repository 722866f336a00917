// misconception: layouts-exchanged
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length;
  const y: number[] = [];
  for (let j = 0; j < d; j += 2) {
    const angle = pos * base ** (-j / d);
    const c = Math.cos(angle), s = Math.sin(angle);
    y.push(x[j] * c - x[j + 1] * s, x[j] * s + x[j + 1] * c);
  }
  return y;
}
export const rope = ropeInterleaved;
