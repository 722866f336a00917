import { attention } from './attention.ts'
import { assertEqualSizes } from './shape.ts'

/**
 * The keys and values of the tokens so far: past ones never change, so each is projected once and kept.
 *
 * @see Pope et al. 2022
 */
export class KVCache {
  readonly #keys: number[][] = []
  readonly #values: number[][] = []

  /** Tokens appended so far. */
  get length(): number {
    return this.#keys.length
  }

  /**
   * Keeps a copy of one token's key and value.
   *
   * @param k  d numbers
   * @param v  dV numbers
   * @throws RangeError when the widths are not those of the tokens before; nothing is kept then
   * @complexity O(d + dV)
   */
  append(k: readonly number[], v: readonly number[]): void {
    const [key] = this.#keys
    const [value] = this.#values
    if (key) assertEqualSizes('the width of this key', k.length, 'of the keys before', key.length)
    if (value) assertEqualSizes('the width of this value', v.length, 'of the values before', value.length)
    this.#keys.push([...k])
    this.#values.push([...v])
  }

  /**
   * Attention of one query over all tokens so far, scaled by 1/√d.
   *
   * @param q  d numbers
   * @returns dV numbers
   * @throws RangeError when the cache is empty, or q has not the keys' width
   * @complexity length·(d + dV) multiply-adds
   */
  attend(q: readonly number[]): number[] {
    if (this.length === 0) throw new RangeError('the cache is empty: append a key and a value before you attend')
    const [output] = attention([q], this.#keys, this.#values)
    return output ?? []
  }
}
