import { attention } from './attention.ts'
import type { Matrix } from './matrix.ts'
import { assertCount } from './shape.ts'

/**
 * Attention of one query over a paged cache: token t stands in block blockTable[⌊t/B⌋], slot t mod B.
 *
 * @param q  d numbers
 * @param kPages  [blocks][B][d]
 * @param vPages  [blocks][B][dV]
 * @param blockTable  physical blocks in the order of the sequence; may be longer than needed
 * @param length  tokens, 1 ≤ length ≤ B·blockTable.length
 * @returns dV numbers
 * @throws RangeError when the table is too short, names a block that is not there, or shapes do not fit
 * @complexity length·(d + dV) multiply-adds
 * @see Kwon et al. 2023, §4.1
 */
export function pagedAttend(
  q: readonly number[],
  kPages: readonly Matrix[],
  vPages: readonly Matrix[],
  blockTable: readonly number[],
  length: number,
): number[] {
  const keys = gather(kPages, blockTable, length)
  const values = gather(vPages, blockTable, length)
  return attention([q], keys, values)[0] ?? []
}

/**
 * The rows of a sequence, in order, out of the blocks they lie in.
 *
 * @param pages  [blocks][B][d]
 * @returns length × d
 * @throws RangeError when the table is too short or names a block that is not there
 * @complexity O(length): rows are not copied
 * @see Kwon et al. 2023, §4.1
 */
export function gather(pages: readonly Matrix[], blockTable: readonly number[], length: number): Matrix {
  assertCount('the length', length)
  const B = pages[0]?.length ?? 0
  if (length > B * blockTable.length) {
    throw new RangeError(`${blockTable.length} blocks of ${B} tokens hold no ${length} tokens`)
  }
  return Array.from({ length }, (_, t) => {
    const block = blockTable[Math.floor(t / B)] as number
    const row = pages[block]?.[t % B]
    if (!row) throw new RangeError(`the block table names block ${block}, but there are ${pages.length} blocks`)
    return row
  })
}
