// misconception: freq-i-over-d
const anglesOf = (d: number, pos: number, base: number): number[] =>
  Array.from({ length: d / 2 }, (_, i) => base ** (-i / d)).map((f) => pos * f);

export const rope = (x: number[], pos: number, base = 10000): number[] => {
  const h = x.length / 2, angles = anglesOf(x.length, pos, base as number), t = [...angles, ...angles];
  const r = [...x.slice(h).map((v) => -v), ...x.slice(0, h)];
  return x.map((v, j) => v * Math.cos(t[j]) + r[j] * Math.sin(t[j]));
};
export const ropeInterleaved = (x: number[], pos: number, base = 10000): number[] => {
  const h = x.length / 2, angles = anglesOf(x.length, pos, base as number), t = angles.flatMap((a) => [a, a]);
  const r = x.map((_, j) => (j % 2 === 0 ? -x[j + 1] : x[j - 1]));
  return x.map((v, j) => v * Math.cos(t[j]) + r[j] * Math.sin(t[j]));
};
