type Row = { q: number[]; scale: number };

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function softmax(x: number[]): number[] {
  const max = Math.max(...x);
  const exps = x.map((v) => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

export function attendInt8(q: number[], K8: Row[], V8: Row[]): number[] {
  // A key is k.q · k.scale, so its scale comes out of the dot product, once per row.
  // The query stays as it is: it is used once and then gone.
  const scores = K8.map((k) => (dot(q, k.q) * k.scale) / Math.sqrt(q.length));
  const weights = softmax(scores);
  // A value's scale differs from row to row, so it goes into the sum.
  return V8[0].q.map((_, c) => V8.reduce((sum, v, j) => sum + weights[j] * v.scale * v.q[c], 0));
}
