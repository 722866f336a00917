// Two flat typed arrays that double when they are full; only what was written is read.
export class KVCache {
  length = 0
  #keys = new Float64Array(4)
  #values = new Float64Array(4)
  #dV = 0

  append(k: number[], v: number[]): void {
    this.#dV = v.length
    this.#keys = this.#room(this.#keys, k.length)
    this.#values = this.#room(this.#values, v.length)
    this.#keys.set(k, this.length * k.length)
    this.#values.set(v, this.length * v.length)
    this.length++
  }

  attend(q: number[]): number[] {
    const d = q.length
    const scores = new Float64Array(this.length)
    for (let j = 0; j < this.length; j++) {
      for (let i = 0; i < d; i++) scores[j] += q[i] * this.#keys[j * d + i]
      scores[j] /= Math.sqrt(d)
    }
    const max = scores.reduce((a, b) => Math.max(a, b), -Infinity)
    let sum = 0
    for (let j = 0; j < this.length; j++) sum += scores[j] = Math.exp(scores[j] - max)
    const out: number[] = new Array(this.#dV).fill(0)
    for (let j = 0; j < this.length; j++) {
      for (let c = 0; c < this.#dV; c++) out[c] += (scores[j] / sum) * this.#values[j * this.#dV + c]
    }
    return out
  }

  #room(old: Float64Array, width: number): Float64Array {
    if ((this.length + 1) * width <= old.length) return old
    const larger = new Float64Array(2 * (old.length + width))
    larger.set(old)
    return larger
  }
}
