import { parametrizeClass } from '#lib/grading/define-class.ts'

/** A sequence: its physical blocks in order, and how many tokens it has. */
export interface Sequence {
  table: number[]
  length: number
}
/** What an allocator remembers. */
export interface Books {
  readonly blockSize: number
  /** How many tables name each block. */
  readonly counts: number[]
  readonly free: number[]
  readonly sequences: Map<string, Sequence>
  /** @throws RangeError when no block is free */
  readonly take: () => number
  /** A block that is not said: not the one that the learner's code said. */
  readonly takeAnother: () => number
  /** A block whose number the learner's code does not return: the place in the list of free blocks is a matter of style. */
  readonly takeFrom: (place: (free: readonly number[]) => number) => number
  readonly release: (block: number) => void
}

/** Where an allocator goes wrong; steps that are left out are right. */
export interface Mistake {
  /** Whether a write into the last block takes a copy. */
  readonly copies?: (count: number) => boolean
  /** What becomes of a shared last block that is full: a new block is begun by default. */
  readonly whenFull?: (sequence: Sequence, last: number, books: Books) => void
  /** Whether that is said. */
  readonly fullSilent?: true
  /** Whether the block that was copied from loses an owner. */
  readonly keepsSource?: true
  /** Whether `copiedFrom` is said. */
  readonly silent?: true
  /** What happens before a block is taken that may not be there. */
  readonly tooSoon?: (seq: string, sequence: Sequence, books: Books) => void
  /** The slot of a token; a block is begun where `begins` says so. */
  readonly slot?: (length: number, blockSize: number) => number
  readonly begins?: (length: number, blockSize: number) => boolean
  readonly fork?: (from: Sequence, books: Books) => Sequence
  /** How a block leaves a table. */
  readonly release?: (block: number, books: Books) => void
  readonly keepsName?: true
  readonly freeBlocks?: (books: Books) => number
  /** Which calls throw nothing: they do nothing, or go on. */
  readonly lax?: 'fork from nobody' | 'fork to a living one' | 'free' | 'blockTable' | 'append'
  /** The error that is thrown. */
  readonly error?: (message: string) => Error
}

/** The allocator as learners write it. It takes the free block that the learner's code took, if that is free. */
export const allocating = parametrizeClass<Mistake>((overrides) => () => {
  const { slot = (n, B) => n % B, begins = (n, B) => n % B === 0, fork = share } = overrides
  const { copies = (count) => count > 1, error = (message) => new RangeError(message) } = overrides
  return class BlockAllocator {
    readonly #books: Books
    #wish: number | undefined
    constructor(numBlocks: number, blockSize: number) {
      const counts = new Array<number>(numBlocks).fill(0)
      const free = counts.map((_, block) => block)
      const takeAt = (place: number): number => {
        const [block] = free.splice(Math.max(0, place), 1)
        if (block === undefined) throw error('no block is free')
        counts[block] = 1
        return block
      }
      const take = () => takeAt(this.#wish === undefined ? -1 : free.indexOf(this.#wish))
      const takeFrom: Books['takeFrom'] = (place) => takeAt(place(free))
      const takeAnother = () => takeAt(free.findIndex((block) => block !== this.#wish))
      const release = (block: number): void => {
        counts[block] = (counts[block] ?? 0) - 1
        if (counts[block] === 0) free.push(block)
      }
      this.#books = { blockSize, counts, free, sequences: new Map(), take, takeAnother, takeFrom, release }
    }
    append(seq: string, wish?: unknown): object | undefined {
      this.#wish = toBlock(wish)
      const { sequences, blockSize, counts, free, take } = this.#books
      const sequence = sequences.get(seq) ?? { table: [], length: 0 }
      const at = slot(sequence.length, blockSize)
      const last = sequence.table.at(-1)
      if (overrides.lax === 'append' && free.length === 0) return undefined
      if (begins(sequence.length, blockSize) || last === undefined) {
        overrides.tooSoon?.(seq, sequence, this.#books)
        const full = last !== undefined && (counts[last] ?? 0) > 1
        if (full) overrides.whenFull?.(sequence, last, this.#books)
        const block = take()
        this.#keep(seq, sequence, block)
        return { block, slot: at, copiedFrom: full && overrides.whenFull && !overrides.fullSilent ? last : undefined }
      }
      if (!copies(counts[last] ?? 0)) {
        sequence.length++
        return { block: last, slot: at, copiedFrom: undefined }
      }
      overrides.tooSoon?.(seq, sequence, this.#books)
      const block = take()
      sequence.table.pop()
      if (!overrides.keepsSource) this.#release(last)
      this.#keep(seq, sequence, block)
      return { block, slot: at, copiedFrom: overrides.silent ? undefined : last }
    }
    fork(from: string, to: string): void {
      const { sequences } = this.#books
      const source = sequences.get(from)
      if (!source && overrides.lax === 'fork from nobody') return
      if (!source) throw error('unknown')
      if (sequences.has(to) && overrides.lax !== 'fork to a living one') throw error('it lives')
      sequences.set(to, fork(source, this.#books))
    }
    free(seq: string): void {
      const sequence = this.#books.sequences.get(seq)
      if (!sequence && overrides.lax === 'free') return
      if (!sequence) throw error('unknown')
      for (const block of sequence.table) this.#release(block)
      if (!overrides.keepsName) this.#books.sequences.delete(seq)
    }
    get freeBlocks(): number {
      return overrides.freeBlocks?.(this.#books) ?? this.#books.free.length
    }
    blockTable(seq: string): number[] {
      const sequence = this.#books.sequences.get(seq)
      if (!sequence && overrides.lax === 'blockTable') return []
      if (!sequence) throw error('unknown')
      return [...sequence.table]
    }
    #release(block: number): void {
      if (overrides.release) overrides.release(block, this.#books)
      else this.#books.release(block)
    }
    #keep(seq: string, sequence: Sequence, block: number): void {
      sequence.table.push(block)
      sequence.length++
      this.#books.sequences.set(seq, sequence)
    }
  }
})

function share({ table, length }: Sequence, { counts }: Books): Sequence {
  for (const block of table) counts[block] = (counts[block] ?? 0) + 1
  return { table: [...table], length }
}

function toBlock(wish: unknown): number | undefined {
  const block = wish !== null && typeof wish === 'object' && 'block' in wish ? wish.block : undefined
  return typeof block === 'number' ? block : undefined
}
