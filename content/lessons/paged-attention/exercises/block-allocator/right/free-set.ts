// The free blocks are a set, the counts a map without zeros.
export class BlockAllocator {
  readonly #size: number
  readonly #free = new Set<number>()
  readonly #refs = new Map<number, number>()
  readonly #tables = new Map<string, number[]>()
  readonly #lengths = new Map<string, number>()

  constructor(numBlocks: number, blockSize: number) {
    this.#size = blockSize
    for (let b = numBlocks - 1; b >= 0; b--) this.#free.add(b)
  }

  append(seq: string): { block: number; slot: number; copiedFrom?: number } {
    const n = this.#lengths.get(seq) ?? 0
    const table = this.#tables.get(seq) ?? []
    const slot = n - Math.floor(n / this.#size) * this.#size
    let place: { block: number; slot: number; copiedFrom?: number }
    if (slot === 0) {
      place = { block: this.#reserve(), slot }
      table.push(place.block)
    } else {
      const current = table[table.length - 1]
      if (this.#refs.get(current)! > 1) {
        place = { block: this.#reserve(), slot, copiedFrom: current }
        this.#unref(current)
        table[table.length - 1] = place.block
      } else place = { block: current, slot }
    }
    this.#tables.set(seq, table)
    this.#lengths.set(seq, n + 1)
    return place
  }

  fork(from: string, to: string): void {
    if (!this.#tables.has(from) || this.#tables.has(to)) throw new RangeError('cannot fork')
    const table = this.#tables.get(from)!.slice()
    table.forEach((b) => this.#refs.set(b, this.#refs.get(b)! + 1))
    this.#tables.set(to, table)
    this.#lengths.set(to, this.#lengths.get(from)!)
  }

  free(seq: string): void {
    const table = this.#tables.get(seq)
    if (!table) throw new RangeError('cannot free')
    table.forEach((b) => this.#unref(b))
    this.#tables.delete(seq)
    this.#lengths.delete(seq)
  }

  get freeBlocks(): number {
    return this.#free.size
  }

  blockTable(seq: string): number[] {
    const table = this.#tables.get(seq)
    if (!table) throw new RangeError('no such sequence')
    return table.slice()
  }

  #reserve(): number {
    for (const b of this.#free) {
      this.#free.delete(b)
      this.#refs.set(b, 1)
      return b
    }
    throw new RangeError('no free block')
  }

  #unref(b: number): void {
    const left = this.#refs.get(b)! - 1
    if (left > 0) this.#refs.set(b, left)
    else {
      this.#refs.delete(b)
      this.#free.add(b)
    }
  }
}
