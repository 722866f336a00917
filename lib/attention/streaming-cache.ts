import { attention } from './attention.ts'
import { assertCount, assertEqualSizes } from './shape.ts'

interface Pair {
  readonly k: readonly number[]
  readonly v: readonly number[]
}

/**
 * A cache of fixed size for endless text: the first `sinks` tokens stay, the last `window` of the rest go round a ring.
 *
 * @see Xiao et al. 2023 (StreamingLLM), §3.2
 */
export class StreamingCache {
  readonly #window: number
  readonly #sinks: number
  readonly #kept: Pair[] = []
  readonly #ring: Pair[] = []
  #oldest = 0

  /**
   * @param window  tokens kept after the sinks, ≥ 1
   * @param sinks  first tokens kept for good, ≥ 0
   * @throws RangeError when one is out of range
   */
  constructor(window: number, sinks: number) {
    assertCount('the window', window)
    assertCount('the number of sinks', sinks, 0)
    this.#window = window
    this.#sinks = sinks
  }

  /** Pairs held: at most sinks + window. */
  get length(): number {
    return this.#kept.length + this.#ring.length
  }

  /**
   * Keeps a copy of one token's key and value; the oldest that is no sink makes room.
   *
   * @throws RangeError when the widths are not those of the tokens before
   * @complexity O(d + dV)
   */
  append(k: readonly number[], v: readonly number[]): void {
    const [first] = [...this.#kept.slice(0, 1), ...this.#ring.slice(0, 1)]
    if (first) {
      assertEqualSizes('the width of this key', k.length, 'of the keys before', first.k.length)
      assertEqualSizes('the width of this value', v.length, 'of the values before', first.v.length)
    }
    const pair = { k: [...k], v: [...v] }
    if (this.#kept.length < this.#sinks) this.#kept.push(pair)
    else if (this.#ring.length < this.#window) this.#ring.push(pair)
    else {
      this.#ring[this.#oldest] = pair
      this.#oldest = (this.#oldest + 1) % this.#window
    }
  }

  /**
   * Attention of one query over the pairs held, scaled by 1/√d. Their order does not matter to a softmax.
   *
   * @throws RangeError when the cache is empty, or q has not the keys' width
   * @complexity (sinks + window)·(d + dV) multiply-adds
   */
  attend(q: readonly number[]): number[] {
    if (this.length === 0) throw new RangeError('the cache is empty: append a key and a value before you attend')
    const held = [...this.#kept, ...this.#ring]
    const keys = held.map(({ k }) => k)
    const values = held.map(({ v }) => v)
    return attention([q], keys, values)[0] ?? []
  }
}
