// every number rounded to single precision, typed arrays inside
const f = Math.fround;
function turn(x: number[], pos: number, base: number, at: (i: number, h: number) => [number, number]): number[] {
  const h = x.length / 2, v = Float32Array.from(x), y = new Float32Array(x.length);
  for (let i = 0; i < h; i++) {
    const angle = f(pos * f(Math.pow(base, (-2 * i) / x.length)));
    const c = f(Math.cos(angle)), s = f(Math.sin(angle));
    const [p, q] = at(i, h);
    y[p] = f(v[p] * c) - f(v[q] * s);
    y[q] = f(v[p] * s) + f(v[q] * c);
  }
  return Array.from(y);
}
export const rope = (x: number[], pos: number, base = 10000) => turn(x, pos, base, (i, h) => [i, i + h]);
export const ropeInterleaved = (x: number[], pos: number, base = 10000) => turn(x, pos, base, (i) => [2 * i, 2 * i + 1]);
