/** A stream of numbers that is the same for the same seed everywhere (mulberry32). */
export class Random {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** Uniform in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }
  /** One element of a list. */
  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(0, list.length - 1)] ?? list[0]
  }
  /** True with probability p. */
  chance(p: number): boolean {
    return this.next() < p
  }
  /** About normal with mean 0 and variance 1 (a sum of four uniforms). */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3)
  }
  /** n numbers, about normal with standard deviation `spread`. */
  vector(n: number, spread = 1): number[] {
    const list: number[] = []
    for (let i = 0; i < n; i++) list.push(this.normal() * spread)
    return list
  }
  /** n rows of width d, entries about normal with standard deviation `spread`. */
  matrix(n: number, d: number, spread = 1): number[][] {
    return Array.from({ length: n }, () => this.vector(d, spread))
  }
  /** h matrices, each n × d. */
  heads(h: number, n: number, d: number, spread = 1): number[][][] {
    return Array.from({ length: h }, () => this.matrix(n, d, spread))
  }
}
