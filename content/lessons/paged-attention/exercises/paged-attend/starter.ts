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

export function pagedAttend(
  q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number,
): number[] {
  const keys: number[][] = [];
  const values: number[][] = [];
  // Where do key and value of token t lie?

  return vPages[0][0].map(() => 0);
}
