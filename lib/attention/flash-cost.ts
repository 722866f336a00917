import { assertCount } from './shape.ts'

/** One head of attention on a machine with a small fast memory and a large slow one. */
export interface FlashShape {
  readonly n: number
  readonly d: number
  /** Numbers that fit into fast memory, d ≤ M ≤ n·d. */
  readonly fastMemory: number
  readonly bytesPerElement: number
}

/** What is kept and moved, in bytes, beyond reading the inputs and writing the output once. */
export interface FlashCost {
  readonly multiplyAdds: number
  /** Bytes alive at once. */
  readonly extraBytes: number
  /** Bytes read from and written to slow memory. */
  readonly trafficBytes: number
}

/**
 * What FlashAttention saves: the n × n scores are never stored, and slow memory is visited less.
 *
 * The multiply-adds are the same. Traffic: naive 4·n·d + 4·n² (scores and weights written and read once each); in
 * tiles 2·n·d + 2·n·d·⌈4·n·d / M⌉, since K and V are read once for each block of M/(4d) queries.
 *
 * @param shape  one head, and how much fits into fast memory
 * @returns multiply-adds, bytes alive and bytes moved, of either
 * @throws RangeError when a size is out of range
 * @complexity O(1)
 * @see Dao et al. 2022, Theorem 2: Θ(n·d + n²) against Θ(n²·d²/M)
 */
export function flashSavings({ n, d, fastMemory, bytesPerElement }: FlashShape): {
  readonly naive: FlashCost
  readonly flash: FlashCost
} {
  for (const [name, size] of Object.entries({ n, d, fastMemory })) assertCount(name, size)
  if (fastMemory < d) throw new RangeError(`a fast memory of ${fastMemory} numbers holds no row of width ${d}`)
  const multiplyAdds = 2 * n * n * d
  const passes = Math.ceil((4 * n * d) / fastMemory)
  return {
    naive: {
      multiplyAdds,
      extraBytes: n * n * bytesPerElement,
      trafficBytes: (4 * n * d + 4 * n * n) * bytesPerElement,
    },
    flash: {
      multiplyAdds,
      extraBytes: 2 * n * bytesPerElement,
      trafficBytes: (2 * n * d + 2 * n * d * passes) * bytesPerElement,
    },
  }
}
