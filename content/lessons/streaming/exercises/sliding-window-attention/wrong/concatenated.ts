// misconception: double-count
const dot = (a: number[], b: number[]) => a.reduce((s, v, i) => s + v * b[i], 0);
export function slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] {
  return Q.map((q, i) => {
    const from = Math.max(0, i - window + 1), kept = Math.min(sinks, i + 1);
    const keys = [...K.slice(0, kept), ...K.slice(from, i + 1)];
    const values = [...V.slice(0, kept), ...V.slice(from, i + 1)];
    const s = keys.map((k) => dot(q, k) / Math.sqrt(q.length));
    const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, b) => a + b, 0);
    return V[0].map((_, c) => e.reduce((t, p, j) => t + (p / z) * values[j][c], 0));
  });
}
