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

interface Pair { k: number[]; v: number[] }

export class StreamingCache {
  #window: number;
  #sinks: number;
  // Sinks first, then the ring: at most sinks + window pairs.
  #pairs: Pair[] = [];
  // Where in the ring the oldest token lies, once it is full.
  #oldest = 0;

  constructor(window: number, sinks: number) {
    this.#window = window;
    this.#sinks = sinks;
  }

  append(k: number[], v: number[]): void {
    const pair = { k: k.slice(), v: v.slice() };
    if (this.#pairs.length < this.#sinks + this.#window) {
      this.#pairs.push(pair);
      return;
    }
    // Never a sink: the ring begins behind them.
    this.#pairs[this.#sinks + this.#oldest] = pair;
    this.#oldest = (this.#oldest + 1) % this.#window;
  }

  attend(q: number[]): number[] {
    // The ring is out of order, and a sum does not mind.
    const weights = softmax(this.#pairs.map(({ k }) => dot(q, k) / Math.sqrt(q.length)));
    return this.#pairs[0].v.map((_, c) => weights.reduce((sum, w, j) => sum + w * this.#pairs[j].v[c], 0));
  }

  get length(): number {
    return this.#pairs.length;
  }
}
