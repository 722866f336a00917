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

export function pagedAttend(
  q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number,
): number[] {
  const size = kPages[0].length;
  const keys: number[][] = [];
  const values: number[][] = [];
  // `length` tokens and no more: behind them lie slots that nobody wrote.
  for (let t = 0; t < length; t++) {
    const block = blockTable[Math.floor(t / size)];
    const slot = t % size;
    keys.push(kPages[block][slot]);
    values.push(vPages[block][slot]);
  }

  // Blocks are a matter of storage: one softmax over all tokens.
  const weights = softmax(keys.map((k) => dot(q, k) / Math.sqrt(q.length)));
  return values[0].map((_, c) => weights.reduce((sum, w, t) => sum + w * values[t][c], 0));
}
