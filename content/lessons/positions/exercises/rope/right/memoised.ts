// frequencies are kept between calls; half-split by way of two halves
const kept = new Map<string, number[]>();
function frequencies(d: number, base: number): number[] {
  const key = `${d}/${base}`;
  let f = kept.get(key);
  if (!f) {
    f = [];
    const ratio = Math.exp((-2 / d) * Math.log(base));
    for (let i = 0, w = 1; i < d / 2; i++, w *= ratio) f.push(w);
    kept.set(key, f);
  }
  return f;
}
export function rope(x: number[], pos: number, base = 10000): number[] {
  const f = frequencies(x.length, base), h = f.length;
  const [a, b] = [x.slice(0, h), x.slice(h)];
  return [
    ...f.map((w, i) => a[i] * Math.cos(w * pos) - b[i] * Math.sin(w * pos)),
    ...f.map((w, i) => a[i] * Math.sin(w * pos) + b[i] * Math.cos(w * pos)),
  ];
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  return frequencies(x.length, base).flatMap((w, i) => {
    const [c, s] = [Math.cos(w * pos), Math.sin(w * pos)];
    return [x[2 * i] * c - x[2 * i + 1] * s, x[2 * i] * s + x[2 * i + 1] * c];
  });
}
