// Turns the pair at (p, q) by an angle, from x into y.
function turn(x: number[], y: number[], p: number, q: number, angle: number): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  // From x, not y: both lines need both old entries.
  y[p] = x[p] * c - x[q] * s;
  y[q] = x[p] * s + x[q] * c;
}

// Pair 0 turns by 1 radian per position; each later pair turns more slowly.
const angleOf = (i: number, d: number, pos: number, base: number): number =>
  pos * base ** ((-2 * i) / d);

export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length;
  const y = x.slice();
  for (let i = 0; i < d / 2; i++) turn(x, y, i, i + d / 2, angleOf(i, d, pos, base));
  return y;
}

export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length;
  const y = x.slice();
  for (let i = 0; i < d / 2; i++) turn(x, y, 2 * i, 2 * i + 1, angleOf(i, d, pos, base));
  return y;
}
