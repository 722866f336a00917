// each pair as length and direction
export function rope(x: number[], pos: number, base: number = 1e4): number[] {
  const h = x.length / 2, y = new Array<number>(x.length);
  for (let i = h - 1; i >= 0; i--) {
    const r = Math.hypot(x[i], x[i + h]);
    const direction = Math.atan2(x[i + h], x[i]) + pos / Math.pow(base, i / h);
    y[i] = r * Math.cos(direction);
    y[i + h] = r * Math.sin(direction);
  }
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base: number = 1e4): number[] {
  const even = x.filter((_, j) => j % 2 === 0), odd = x.filter((_, j) => j % 2 === 1);
  const turned = rope(even.concat(odd), pos, base);
  return even.flatMap((_, i) => [turned[i], turned[i + even.length]]);
}
