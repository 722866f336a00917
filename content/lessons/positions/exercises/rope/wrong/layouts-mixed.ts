// misconception: layouts-mixed
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
export function rope(x: number[], pos: number, base = 10000): number[] {
  const h = x.length / 2;
  const mixed = Array.from(x, (_, j) => x[j % 2 === 0 ? j / 2 : h + (j - 1) / 2]);
  const y = ropeInterleaved(mixed, pos, base);
  return y;
}
