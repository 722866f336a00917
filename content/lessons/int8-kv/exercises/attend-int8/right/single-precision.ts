const f = Math.fround;
export const attendInt8 = (q: number[], K8: { q: number[]; scale: number }[], V8: { q: number[]; scale: number }[]): number[] => {
  const s = K8.map((k) => f(f(f(k.q.reduce((t, v, c) => f(t + f(f(q[c]) * v)), 0)) * f(k.scale)) / f(Math.sqrt(q.length))));
  const m = s.reduce((a, b) => Math.max(a, b));
  const e = s.map((x) => f(Math.exp(f(x - m))));
  const z = e.reduce((a, b) => f(a + b), 0);
  return V8[0].q.map((_, c) => V8.reduce((t, v, j) => f(t + f(f(f(e[j] / z) * f(v.scale)) * v.q[c])), 0));
};
