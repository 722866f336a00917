// a set of indices, so that a key counts once; nothing else is scored
export function slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] {
  return Q.map((q, i) => {
    const seen = new Set<number>();
    for (let j = 0; j < sinks && j <= i; j++) seen.add(j);
    for (let j = Math.max(0, i - window + 1); j <= i; j++) seen.add(j);
    const keys = [...seen];
    const s = keys.map((j) => K[j].reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length));
    const top = Math.max(...s);
    const p = s.map((x) => Math.exp(x - top));
    const z = p.reduce((a, b) => a + b, 0);
    return V[0].map((_, c) => keys.reduce((t, j, k) => t + (p[k] / z) * V[j][c], 0));
  });
}
