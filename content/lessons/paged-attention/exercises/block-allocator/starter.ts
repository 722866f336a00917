export class BlockAllocator {
  // What must be known of each block, and of each sequence?
  constructor(numBlocks: number, blockSize: number) {

  }

  /** Where the next token of a sequence goes. A RangeError when a block is needed and none is free. */
  append(seq: string): { block: number; slot: number; copiedFrom?: number } {
    return { block: 0, slot: 0 };
  }

  /** A second sequence that shares the blocks of the first. */
  fork(from: string, to: string): void {

  }

  /** Ends a sequence. */
  free(seq: string): void {

  }

  /** How many blocks no sequence uses. */
  get freeBlocks(): number {
    return 0;
  }

  /** The physical blocks of a sequence, in order. */
  blockTable(seq: string): number[] {
    return [];
  }
}
