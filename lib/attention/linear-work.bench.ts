import { causalLinearAttention } from './causal-linear-attention.ts'
import { linearAttention } from './linear-attention.ts'
import { growth } from './testing/growth.ts'

/** Linear attention: a state of fixed size. */
export const bench = growth(import.meta.url, [
  { name: 'linear attention', run: linearAttention, promised: 1 },
  { name: 'causal linear attention', run: causalLinearAttention, promised: 1 },
])
