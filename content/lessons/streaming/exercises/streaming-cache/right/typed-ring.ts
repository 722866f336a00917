// Two flat rings of numbers, made when the first token says how wide they are.
export class StreamingCache {
  #n = 0
  #keys = new Float64Array(0)
  #values = new Float64Array(0)
  readonly #window: number
  readonly #sinks: number
  constructor(window: number, sinks: number) {
    this.#window = window
    this.#sinks = sinks
  }
  append(k: number[], v: number[]): void {
    if (this.#n === 0) {
      this.#keys = new Float64Array((this.#sinks + this.#window) * k.length)
      this.#values = new Float64Array((this.#sinks + this.#window) * v.length)
    }
    const slot = this.#n < this.#sinks ? this.#n : this.#sinks + ((this.#n - this.#sinks) % this.#window)
    this.#keys.set(k, slot * k.length)
    this.#values.set(v, slot * v.length)
    this.#n++
  }
  attend(q: number[]): number[] {
    const d = q.length
    const width = this.#values.length / (this.#sinks + this.#window)
    const output: number[] = Array.from({ length: width }, () => 0)
    let max = -Infinity
    let sum = 0
    for (let j = 0; j < this.length; j++) {
      let s = 0
      for (let c = 0; c < d; c++) s += q[c] * this.#keys[j * d + c]
      s /= Math.sqrt(d)
      const top = Math.max(max, s)
      const keep = Math.exp(max - top)
      const p = Math.exp(s - top)
      sum = sum * keep + p
      for (let c = 0; c < width; c++) output[c] = output[c] * keep + p * this.#values[j * width + c]
      max = top
    }
    return output.map((x) => x / sum)
  }
  get length(): number {
    return Math.min(this.#n, this.#sinks + this.#window)
  }
}
