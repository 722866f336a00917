import { flashSavings } from '#lib/attention/flash-cost.ts'

/** Widths of a head to choose from. */
export const WIDTHS = [64, 128, 256] as const

/** An A100: what it does in half precision, what its large memory delivers, and the fast memory of one multiprocessor. */
export const A100 = { flopsPerSecond: 312e12, bytesPerSecond: 2e12, fastMemoryBytes: 192 * 1024 } as const
const BYTES_PER_NUMBER = 2

/** FLOPs that an A100 does in the time in which it moves one byte. */
export const RIDGE = A100.flopsPerSecond / A100.bytesPerSecond

/**
 * How many queries a block holds in tiles: they have a quarter of the fast memory.
 *
 * On long texts it is about the number of FLOPs per byte, since each number of K or V that is read serves a whole block.
 *
 * @param d  width of queries, keys and values
 */
export const countQueriesPerBlock = (d: number): number => Math.floor(A100.fastMemoryBytes / BYTES_PER_NUMBER / (4 * d))

/** One head in half precision, in one form. */
export interface FormCost {
  /** Bytes alive at once, besides inputs and output. */
  readonly extraBytes: number
  /** Bytes read from and written to the large memory. */
  readonly trafficBytes: number
  /** FLOPs per byte moved: the arithmetic intensity. */
  readonly intensity: number
  /** Below the ridge, the arithmetic waits for memory. */
  readonly isMemoryBound: boolean
}

/**
 * Memory and traffic of one head in fp16 on an A100, in the naive form and in tiles.
 *
 * @param n  tokens
 * @param d  width of queries, keys and values
 * @see Dao et al. 2022, Theorem 2
 */
export function compareForms(n: number, d: number): { readonly naive: FormCost; readonly tiled: FormCost } {
  const fastMemory = A100.fastMemoryBytes / BYTES_PER_NUMBER
  const { naive, flash } = flashSavings({ n, d, fastMemory, bytesPerElement: BYTES_PER_NUMBER })
  const rate = ({ extraBytes, trafficBytes, multiplyAdds }: typeof naive): FormCost => {
    const intensity = (2 * multiplyAdds) / trafficBytes
    return { extraBytes, trafficBytes, intensity, isMemoryBound: intensity < RIDGE }
  }
  return { naive: rate(naive), tiled: rate(flash) }
}
