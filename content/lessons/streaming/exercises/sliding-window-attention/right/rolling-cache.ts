// walks along as a cache would: evicts, and keeps the sinks
export function slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] {
  const cache: { k: number[]; v: number[] }[] = [];
  return Q.map((q, i) => {
    cache.push({ k: K[i], v: V[i] });
    const fixed = Math.min(sinks, i + 1);
    const rest = i + 1 - fixed;
    // a window that reaches into the sinks evicts nothing more
    const gone = Math.max(0, i + 1 - window - fixed);
    const seen = [...cache.slice(0, fixed), ...cache.slice(fixed + Math.min(gone, rest))];
    const s = seen.map(({ k }) => k.reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length));
    const m = Math.max(...s);
    let z = 0;
    const o = V[0].map(() => 0);
    seen.forEach(({ v }, j) => { const p = Math.exp(s[j] - m); z += p; v.forEach((x, c) => { o[c] += p * x; }); });
    return o.map((x) => x / z);
  });
}
