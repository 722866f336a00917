type Row = { q: number[]; scale: number };

// Given: `dot` and `softmax`.
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
  // Where does each row's scale belong?
  const weights = softmax(K8.map((k) => dot(q, k.q)));

  return V8[0].q.map(() => 0);
}
