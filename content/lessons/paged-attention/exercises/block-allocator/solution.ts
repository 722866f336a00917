interface Sequence { table: number[]; length: number }

export class BlockAllocator {
  #blockSize: number;
  #free: number[];
  // How many tables name each block.
  #counts: number[];
  #sequences = new Map<string, Sequence>();

  constructor(numBlocks: number, blockSize: number) {
    this.#blockSize = blockSize;
    this.#free = Array.from({ length: numBlocks }, (_, b) => b);
    this.#counts = this.#free.map(() => 0);
  }

  append(seq: string): { block: number; slot: number; copiedFrom?: number } {
    const it = this.#sequences.get(seq) ?? { table: [], length: 0 };
    const slot = it.length % this.#blockSize;
    const last = it.table.length - 1;
    // Full, or empty: a new block. A full one stays shared, since nobody writes into it.
    if (slot === 0) {
      const block = this.#take();
      it.table.push(block);
      it.length++;
      this.#sequences.set(seq, it);
      return { block, slot };
    }
    const old = it.table[last];
    if (this.#counts[old] === 1) {
      it.length++;
      return { block: old, slot };
    }
    // Shared: a copy, in this table only. Taken first, so that a failure changes nothing.
    const block = this.#take();
    this.#counts[old]--;
    it.table[last] = block;
    it.length++;
    return { block, slot, copiedFrom: old };
  }

  fork(from: string, to: string): void {
    const { table, length } = this.#living(from);
    if (this.#sequences.has(to)) throw new RangeError(`${to} lives`);
    for (const block of table) this.#counts[block]++;
    this.#sequences.set(to, { table: [...table], length });
  }

  free(seq: string): void {
    for (const block of this.#living(seq).table) {
      this.#counts[block]--;
      if (this.#counts[block] === 0) this.#free.push(block);
    }
    this.#sequences.delete(seq);
  }

  get freeBlocks(): number {
    return this.#free.length;
  }

  blockTable(seq: string): number[] {
    return [...this.#living(seq).table];
  }

  #living(seq: string): Sequence {
    const it = this.#sequences.get(seq);
    if (!it) throw new RangeError(`there is no sequence ${seq}`);
    return it;
  }

  #take(): number {
    const block = this.#free.pop();
    if (block === undefined) throw new RangeError('no block is free');
    this.#counts[block] = 1;
    return block;
  }
}
