import { slidingWindowAttention } from './sliding-window-attention.ts'
import { sparseAttention } from './sparse-attention.ts'
import { growth } from './testing/growth.ts'

/** Windows and global tokens: a fixed number of keys a query. */
export const bench = growth(import.meta.url, [
  { name: 'sliding window of 16, 4 sinks', run: (Q, K, V) => slidingWindowAttention(Q, K, V, 16, 4), promised: 1 },
  { name: 'local radius 8, 2 global tokens', run: (Q, K, V) => sparseAttention(Q, K, V, 8, [0, 5]), promised: 1 },
])
