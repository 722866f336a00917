// the whole rotation as a matrix, block by block, times x
const matrix = (d: number, pos: number, base: number, pair: (i: number) => [number, number]): number[][] => {
  const R = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  for (let i = 0; i < d / 2; i++) {
    const [p, q] = pair(i), t = pos * base ** (-2 * i / d);
    R[p][p] = R[q][q] = Math.cos(t);
    R[p][q] = -Math.sin(t);
    R[q][p] = Math.sin(t);
  }
  return R;
};
const times = (R: number[][], x: number[]): number[] => R.map((row) => row.reduce((s, r, j) => s + r * x[j], 0));
export const rope = (x: number[], pos: number, base = 10000): number[] =>
  times(matrix(x.length, pos, base, (i) => [i, i + x.length / 2]), x);
export const ropeInterleaved = (x: number[], pos: number, base = 10000): number[] =>
  times(matrix(x.length, pos, base, (i) => [2 * i, 2 * i + 1]), x);
