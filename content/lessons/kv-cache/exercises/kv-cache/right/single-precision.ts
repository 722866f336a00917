// Keeps and computes in single precision, as accelerators do.
const f = Math.fround

export class KVCache {
  #keys: Float32Array[] = []
  #values: Float32Array[] = []

  append(k: number[], v: number[]) {
    this.#keys.push(Float32Array.from(k))
    this.#values.push(Float32Array.from(v))
  }

  attend(q: number[]): number[] {
    const scale = f(1 / Math.sqrt(q.length))
    const scores = this.#keys.map((k) => f(scale * k.reduce((s, x, i) => f(s + f(x * f(q[i]))), 0)))
    const max = Math.max(...scores)
    const e = scores.map((s) => f(Math.exp(f(s - max))))
    const sum = e.reduce((a, b) => f(a + b), 0)
    return Array.from(this.#values[0], (_, c) => e.reduce((s, w, j) => f(s + f(f(w / sum) * this.#values[j][c])), 0))
  }

  get length() {
    return this.#keys.length
  }
}
