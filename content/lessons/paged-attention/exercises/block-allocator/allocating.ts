import { candidateClass } from '#lib/grading/define-class.ts'

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
  readonly release: (block: number) => void
}

/** Where an allocator goes wrong; what is left out is done right. */
export interface Mistake {
  /** Whether a write into the last block takes a copy. */
  readonly copies?: (count: number) => boolean
  /** What becomes of a shared last block that is full: a new block is begun by default. */
  readonly whenFull?: (it: Sequence, last: number, books: Books) => void
  /** Whether that is said. */
  readonly fullSilent?: true
  /** Whether the block that was copied from loses an owner. */
  readonly keepsSource?: true
  /** Whether `copiedFrom` is said. */
  readonly silent?: true
  /** What happens before a block is taken that may not be there. */
  readonly tooSoon?: (seq: string, it: Sequence, books: Books) => void
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

/** The allocator as candidates write it. It takes the free block that the learner's code took, if that is free. */
export const allocating = candidateClass<Mistake>((how) => () => {
  const { slot = (n, B) => n % B, begins = (n, B) => n % B === 0, fork = share } = how
  const { copies = (count) => count > 1, error = (message) => new RangeError(message) } = how
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
      const takeAnother = () => takeAt(free.findIndex((block) => block !== this.#wish))
      const release = (block: number): void => {
        counts[block] = (counts[block] ?? 0) - 1
        if (counts[block] === 0) free.push(block)
      }
      this.#books = { blockSize, counts, free, sequences: new Map(), take, takeAnother, release }
    }
    append(seq: string, wish?: unknown): object | undefined {
      this.#wish = blockOf(wish)
      const { sequences, blockSize, counts, free, take } = this.#books
      const it = sequences.get(seq) ?? { table: [], length: 0 }
      const at = slot(it.length, blockSize)
      const last = it.table.at(-1)
      if (how.lax === 'append' && free.length === 0) return undefined
      if (begins(it.length, blockSize) || last === undefined) {
        how.tooSoon?.(seq, it, this.#books)
        const full = last !== undefined && (counts[last] ?? 0) > 1
        if (full) how.whenFull?.(it, last, this.#books)
        const block = take()
        this.#keep(seq, it, block)
        return { block, slot: at, copiedFrom: full && how.whenFull && !how.fullSilent ? last : undefined }
      }
      if (!copies(counts[last] ?? 0)) {
        it.length++
        return { block: last, slot: at, copiedFrom: undefined }
      }
      how.tooSoon?.(seq, it, this.#books)
      const block = take()
      it.table.pop()
      if (!how.keepsSource) this.#release(last)
      this.#keep(seq, it, block)
      return { block, slot: at, copiedFrom: how.silent ? undefined : last }
    }
    fork(from: string, to: string): void {
      const { sequences } = this.#books
      const source = sequences.get(from)
      if (!source && how.lax === 'fork from nobody') return
      if (!source) throw error('unknown')
      if (sequences.has(to) && how.lax !== 'fork to a living one') throw error('it lives')
      sequences.set(to, fork(source, this.#books))
    }
    free(seq: string): void {
      const it = this.#books.sequences.get(seq)
      if (!it && how.lax === 'free') return
      if (!it) throw error('unknown')
      for (const block of it.table) this.#release(block)
      if (!how.keepsName) this.#books.sequences.delete(seq)
    }
    get freeBlocks(): number {
      return how.freeBlocks?.(this.#books) ?? this.#books.free.length
    }
    blockTable(seq: string): number[] {
      const it = this.#books.sequences.get(seq)
      if (!it && how.lax === 'blockTable') return []
      if (!it) throw error('unknown')
      return [...it.table]
    }
    #release(block: number): void {
      if (how.release) how.release(block, this.#books)
      else this.#books.release(block)
    }
    #keep(seq: string, it: Sequence, block: number): void {
      it.table.push(block)
      it.length++
      this.#books.sequences.set(seq, it)
    }
  }
})

function share({ table, length }: Sequence, { counts }: Books): Sequence {
  for (const block of table) counts[block] = (counts[block] ?? 0) + 1
  return { table: [...table], length }
}

function blockOf(wish: unknown): number | undefined {
  const block = wish !== null && typeof wish === 'object' && 'block' in wish ? wish.block : undefined
  return typeof block === 'number' ? block : undefined
}
