// every row in floating point first, then plain attention
type Row = { q: number[]; scale: number };
export function attendInt8(q: number[], K8: Row[], V8: Row[]): number[] {
  const back = (rows: Row[]) => rows.map((r) => r.q.map((v) => v * r.scale));
  const K = back(K8), V = back(V8);
  const s = K.map((k) => k.reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length));
  const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, b) => a + b, 0);
  return V[0].map((_, c) => e.reduce((t, p, j) => t + (p / z) * V[j][c], 0));
}
