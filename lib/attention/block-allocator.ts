import { assertCount } from './shape.ts'

/** Where a token goes; `copiedFrom` when the block replaces a shared one, whose first slots the caller copies. */
export interface Placement {
  readonly block: number
  readonly slot: number
  readonly copiedFrom?: number
}

/**
 * Hands out the blocks of a paged cache: block tables, reference counts, copy on write.
 *
 * A sequence lives from its first `append` (or `fork`) to its `free`. An error changes nothing.
 *
 * @see Kwon et al. 2023, §4.2–4.4
 */
export class BlockAllocator {
  readonly #blockSize: number
  readonly #counts: number[]
  readonly #free: number[]
  readonly #sequences = new Map<string, { table: number[]; length: number }>()

  /** @throws RangeError when a size is not a whole number ≥ 1 */
  constructor(numBlocks: number, blockSize: number) {
    assertCount('the number of blocks', numBlocks)
    assertCount('the block size', blockSize)
    this.#blockSize = blockSize
    this.#counts = new Array<number>(numBlocks).fill(0)
    this.#free = Array.from({ length: numBlocks }, (_, i) => numBlocks - 1 - i)
  }

  /** Blocks that no sequence uses. */
  get freeBlocks(): number {
    return this.#free.length
  }

  /**
   * Makes room for one more token of a sequence, which begins with its first.
   *
   * @throws RangeError when a block is needed and none is free
   */
  append(seq: string): Placement {
    const { table, length } = this.#sequences.get(seq) ?? { table: [], length: 0 }
    const slot = length % this.#blockSize
    const last = table.at(-1)
    if (slot === 0 || last === undefined) {
      const block = this.#take()
      this.#sequences.set(seq, { table: [...table, block], length: length + 1 })
      return { block, slot: 0 }
    }
    const shared = (this.#counts[last] as number) > 1
    const block = shared ? this.#take() : last
    if (shared) this.#release(last)
    this.#sequences.set(seq, { table: [...table.slice(0, -1), block], length: length + 1 })
    return shared ? { block, slot, copiedFrom: last } : { block, slot }
  }

  /**
   * A second sequence that shares all blocks of the first, until one of them writes.
   *
   * @throws RangeError when `from` is unknown or `to` lives
   */
  fork(from: string, to: string): void {
    const { table, length } = this.#living(from)
    if (this.#sequences.has(to)) throw new RangeError(`the sequence “${to}” lives: free it before you fork to it`)
    for (const block of table) this.#counts[block] = (this.#counts[block] as number) + 1
    this.#sequences.set(to, { table: [...table], length })
  }

  /**
   * Ends a sequence; blocks that no other one shares are free again.
   *
   * @throws RangeError when it is unknown
   */
  free(seq: string): void {
    for (const block of this.#living(seq).table) this.#release(block)
    this.#sequences.delete(seq)
  }

  /**
   * Physical blocks of a sequence, in order: a fresh copy.
   *
   * @throws RangeError when it is unknown
   */
  blockTable(seq: string): number[] {
    return [...this.#living(seq).table]
  }

  /**
   * Tokens of a sequence.
   *
   * @throws RangeError when it is unknown
   */
  length(seq: string): number {
    return this.#living(seq).length
  }

  #living(seq: string): { table: number[]; length: number } {
    const found = this.#sequences.get(seq)
    if (!found) throw new RangeError(`there is no sequence “${seq}”`)
    return found
  }

  #take(): number {
    const block = this.#free.pop()
    if (block === undefined) throw new RangeError(`all ${this.#counts.length} blocks are in use`)
    this.#counts[block] = 1
    return block
  }

  #release(block: number): void {
    const count = (this.#counts[block] as number) - 1
    this.#counts[block] = count
    if (count === 0) this.#free.push(block)
  }
}
