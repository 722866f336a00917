import { attention } from './attention.ts'
import { flashAttention } from './flash-attention.ts'
import { growth } from './testing/growth.ts'

/** Full attention looks at every pair, in tiles or at once. */
export const bench = growth(import.meta.url, [
  { name: 'full attention', run: (Q, K, V) => attention(Q, K, V), promised: 2 },
  { name: 'flash attention, blocks of 32', run: (Q, K, V) => flashAttention(Q, K, V, 32), promised: 2 },
])
