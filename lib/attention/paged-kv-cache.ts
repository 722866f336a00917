import { BlockAllocator } from './block-allocator.ts'
import { pagedAttend } from './paged-attend.ts'

/**
 * A KV cache in fixed-size blocks, shared between sequences and copied on write.
 *
 * @see Kwon et al. 2023, §4
 */
export class PagedKVCache {
  readonly #allocator: BlockAllocator
  readonly #keys: number[][][]
  readonly #values: number[][][]

  /** @throws RangeError when a size is not a whole number ≥ 1 */
  constructor(numBlocks: number, blockSize: number) {
    this.#allocator = new BlockAllocator(numBlocks, blockSize)
    this.#keys = Array.from({ length: numBlocks }, () => Array.from({ length: blockSize }, () => []))
    this.#values = Array.from({ length: numBlocks }, () => Array.from({ length: blockSize }, () => []))
  }

  get freeBlocks(): number {
    return this.#allocator.freeBlocks
  }

  /**
   * Keeps a copy of one token's key and value for a sequence.
   *
   * @throws RangeError when no block is free; nothing is changed then
   */
  append(seq: string, k: readonly number[], v: readonly number[]): void {
    const { block, slot, copiedFrom } = this.#allocator.append(seq)
    for (const [pages, row] of [
      [this.#keys, k],
      [this.#values, v],
    ] as const) {
      const page = pages[block] ?? []
      if (copiedFrom !== undefined) for (let s = 0; s < slot; s++) page[s] = [...(pages[copiedFrom]?.[s] ?? [])]
      page[slot] = [...row]
    }
  }

  /** A second sequence that shares all tokens of the first. */
  fork(from: string, to: string): void {
    this.#allocator.fork(from, to)
  }

  free(seq: string): void {
    this.#allocator.free(seq)
  }

  blockTable(seq: string): number[] {
    return this.#allocator.blockTable(seq)
  }

  /**
   * Attention of one query over all tokens of a sequence.
   *
   * @throws RangeError when the sequence is unknown
   */
  attend(seq: string, q: readonly number[]): number[] {
    const table = this.#allocator.blockTable(seq)
    return pagedAttend(q, this.#keys, this.#values, table, this.#allocator.length(seq))
  }
}
