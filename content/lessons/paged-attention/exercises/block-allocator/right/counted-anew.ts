// No counts are kept: who names a block is looked up in the tables when it matters. The highest free block is taken.
type Seq = { readonly table: readonly number[]; readonly length: number }
export class BlockAllocator {
  private seqs: ReadonlyMap<string, Seq> = new Map()
  constructor(
    private readonly numBlocks: number,
    private readonly blockSize: number,
  ) {}
  private uses(block: number): number {
    let n = 0
    for (const { table } of this.seqs.values()) n += table.filter((b) => b === block).length
    return n
  }
  private get unused(): number[] {
    return Array.from({ length: this.numBlocks }, (_, b) => b).filter((b) => this.uses(b) === 0)
  }
  private take(): number {
    const free = this.unused
    if (free.length === 0) throw new RangeError('all blocks are in use')
    return free[free.length - 1]
  }
  private must(seq: string): Seq {
    const it = this.seqs.get(seq)
    if (it === undefined) throw new RangeError('unknown sequence ' + seq)
    return it
  }
  append(seq: string) {
    const it = this.seqs.get(seq) ?? { table: [], length: 0 }
    const slot = it.length % this.blockSize
    const set = (table: readonly number[]) => {
      this.seqs = new Map(this.seqs).set(seq, { table, length: it.length + 1 })
    }
    if (slot === 0) {
      const block = this.take()
      set([...it.table, block])
      return { block, slot }
    }
    const old = it.table[it.table.length - 1]
    if (this.uses(old) < 2) {
      set(it.table)
      return { block: old, slot }
    }
    const block = this.take()
    set([...it.table.slice(0, -1), block])
    return { block, slot, copiedFrom: old }
  }
  fork(from: string, to: string) {
    const it = this.must(from)
    if (this.seqs.has(to)) throw new RangeError('already there: ' + to)
    this.seqs = new Map(this.seqs).set(to, it)
  }
  free(seq: string) {
    this.must(seq)
    this.seqs = new Map([...this.seqs].filter(([name]) => name !== seq))
  }
  get freeBlocks() {
    return this.unused.length
  }
  blockTable(seq: string) {
    return [...this.must(seq).table]
  }
}
