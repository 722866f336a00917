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

export class StreamingCache {
  // The first `sinks` tokens stay, and the last `window` of the rest.
  constructor(window: number, sinks: number) {

  }

  /** Keeps the key and the value of one token; the oldest one that is not a sink makes room. */
  append(k: number[], v: number[]): void {

  }

  /** Attention of one query over the pairs held. */
  attend(q: number[]): number[] {
    return [];
  }

  /** How many pairs are held. */
  get length(): number {
    return 0;
  }
}
