// Blocks are objects that know their owners; the free ones wait in a queue.
class Block {
  owners = new Set<string>()
  constructor(readonly id: number) {}
}
export class BlockAllocator {
  private waiting: Block[]
  private chains: Record<string, { blocks: Block[]; tokens: number }> = Object.create(null)
  constructor(
    numBlocks: number,
    private blockSize: number,
  ) {
    this.waiting = [...Array(numBlocks).keys()].map((id) => new Block(id))
  }
  append(seq: string): { block: number; slot: number; copiedFrom?: number } {
    const chain = this.chains[seq] ?? { blocks: [], tokens: 0 }
    const slot = chain.tokens % this.blockSize
    const last = chain.blocks[chain.blocks.length - 1]
    if (slot > 0 && last.owners.size === 1) {
      chain.tokens++
      return { block: last.id, slot, copiedFrom: undefined }
    }
    const fresh = this.waiting.shift()
    if (!fresh) throw new RangeError('out of blocks')
    fresh.owners.add(seq)
    if (slot > 0) {
      last.owners.delete(seq)
      chain.blocks.pop()
    }
    chain.blocks.push(fresh)
    chain.tokens++
    this.chains[seq] = chain
    return slot > 0 ? { block: fresh.id, slot, copiedFrom: last.id } : { block: fresh.id, slot }
  }
  fork(from: string, to: string): void {
    const source = this.find(from)
    if (this.chains[to]) throw new RangeError(`${to} is there already`)
    for (const b of source.blocks) b.owners.add(to)
    this.chains[to] = { blocks: source.blocks.slice(), tokens: source.tokens }
  }
  free(seq: string): void {
    for (const b of this.find(seq).blocks) {
      b.owners.delete(seq)
      if (b.owners.size === 0) this.waiting.push(b)
    }
    delete this.chains[seq]
  }
  get freeBlocks(): number {
    return this.waiting.length
  }
  blockTable(seq: string): number[] {
    return this.find(seq).blocks.map((b) => b.id)
  }
  private find(seq: string) {
    const chain = this.chains[seq]
    if (!chain) throw new RangeError(`no ${seq}`)
    return chain
  }
}
