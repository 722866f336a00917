export class BlockAllocator {
  private free_: number[] = []
  private counts: number[] = []
  private seqs = new Map<string, { table: number[]; length: number }>()
  constructor(
    private n: number,
    private size: number,
  ) {
    for (let b = 0; b < n; b++) {
      this.free_.push(b)
      this.counts.push(0)
    }
  }
  private take(): number {
    if (this.free_.length === 0) throw new RangeError('no block is free')
    const b = this.free_.shift()!
    this.counts[b] = 1
    return b
  }
  private release(b: number): void {
    this.counts[b]--
    if (this.counts[b] === 0) this.free_.push(b)
  }
  private get(seq: string) {
    const it = this.seqs.get(seq)
    if (!it) throw new RangeError('unknown')
    return it
  }
  append(seq: string): { block: number; slot: number; copiedFrom?: number } {
    const it = this.seqs.get(seq) ?? { table: [], length: 0 }
    const slot = it.length % this.size
    const last = it.table[it.table.length - 1]
    if (slot === 0) {
      const block = this.take()
      it.table.push(block)
      it.length++
      this.seqs.set(seq, it)
      return { block, slot }
    }
    if (this.counts[last] > 1) {
      const block = this.take()
      this.release(last)
      it.table[it.table.length - 1] = block
      it.length++
      return { block, slot, copiedFrom: last }
    }
    it.length++
    return { block: last, slot }
  }
  fork(from: string, to: string): void {
    const it = this.get(from)
    if (this.seqs.has(to)) throw new RangeError('it lives')
    for (const b of it.table) this.counts[b]++
    this.seqs.set(to, { table: [...it.table], length: it.length })
  }
  free(seq: string): void {
    for (const b of this.get(seq).table) this.release(b)
    this.seqs.delete(seq)
  }
  get freeBlocks(): number {
    return this.free_.length
  }
  blockTable(seq: string): number[] {
    return [...this.get(seq).table]
  }
}
