// misconception: added
const table = (d: number, pos: number, base: number): number[] =>
  Array.from({ length: d }, (_, j) => {
    const angle = pos / base ** ((2 * Math.floor(j / 2)) / d);
    return j % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
export const rope = (x: number[], pos: number, base = 10000): number[] => {
  const e = table(x.length, pos, base);
  return x.map((v, j) => v + e[j]);
};
export const ropeInterleaved = rope;
