import { causalAttention } from '../attention/causal-attention.ts'
import { causalLinearAttention } from '../attention/causal-linear-attention.ts'
import { crossAttention, selfAttention } from '../attention/cross-attention.ts'
import { decode } from '../attention/decode.ts'
import { flashAttention } from '../attention/flash-attention.ts'
import { groupedQueryAttention } from '../attention/grouped-query-attention.ts'
import { KVCache } from '../attention/kv-cache.ts'
import { multiHeadAttention } from '../attention/multi-head-attention.ts'
import { paddedAttention } from '../attention/padded-attention.ts'
import { pagedAttend } from '../attention/paged-attend.ts'
import { dequantize, quantizeInt8 } from '../attention/quantize-int8.ts'
import { rope, ropeInterleaved } from '../attention/rope.ts'
import { slidingWindowAttention } from '../attention/sliding-window-attention.ts'
import type { CaseInputs, Operator } from './case-inputs.ts'
import { heads, matrix, vector } from './tensor.ts'

const m = (given: CaseInputs, name: string) => matrix(given.input(name))
const qkv = (given: CaseInputs) => [m(given, 'Q'), m(given, 'K'), m(given, 'V')] as const

/** Token by token: y[t] = attend(queries[t]) after append(keys[t], values[t]), and length is t + 1. */
const kvCache: Operator = (given) => {
  const [keys, values] = [m(given, 'keys'), m(given, 'values')]
  const cache = new KVCache()
  const y = m(given, 'queries').map((q, t) => {
    cache.append(keys[t] ?? [], values[t] ?? [])
    if (cache.length !== t + 1) throw new RangeError(`length is ${cache.length} after ${t + 1} tokens`)
    return cache.attend(q)
  })
  return { y }
}

/** The scale and the error bound stand among the attributes; a tie may go either way, zeros may have any scale. */
const quantize: Operator = (given) => {
  const x = vector(given.input('x'))
  const { q, scale } = quantizeInt8(x)
  given.attribute('accept')
  const either = given.flag('ties') ? given.getExpectedOutput('q') : undefined
  const chosen = q.map((n, i) => (either && isTie((x[i] as number) / scale) ? (either[i] as number) : n))
  const dequantized = dequantize({ q: chosen, scale })
  const zero = x.every((v) => v === 0)
  const stated = given.number('scale', scale)
  if (!zero && Math.abs(scale - stated) > 1e-6 * stated) throw new RangeError(`the scale is ${scale}, not ${stated}`)
  const bound = given.number('errorBound', scale / 2) * (1 + 1e-6)
  const worst = Math.max(...x.map((v, i) => Math.abs(v - (dequantized[i] ?? 0))))
  if (worst > bound) throw new RangeError(`an entry is off by ${worst}, more than ${bound}`)
  return { q: chosen, dequantized, scale: zero ? (given.getExpectedOutput('scale')?.[0] ?? 0) : scale }
}

function isTie(x: number): boolean {
  return Math.abs(Math.abs(x % 1) - 0.5) < 1e-9
}

const paged: Operator = (given) => {
  const kPages = heads(given.input('kPages'))
  const [vPages, table] = [heads(given.input('vPages')), vector(given.input('blockTable'))]
  const size = given.number('pageSize', kPages[0]?.length)
  if (size !== kPages[0]?.length) throw new RangeError(`a page has ${kPages[0]?.length} slots, not ${size}`)
  return { y: pagedAttend(vector(given.input('q')), kPages, vPages, table, given.number('length')) }
}

const multiHeaded: Operator = (given) => ({
  y: multiHeadAttention(
    m(given, 'X'),
    m(given, 'Wq'),
    m(given, 'Wk'),
    m(given, 'Wv'),
    m(given, 'Wo'),
    given.number('numHeads'),
  ),
})

const padded: Operator = (given) => {
  if (given.fullyMaskedRows() !== 'zeros') throw new RangeError('a row that may attend to nothing gives zeros')
  return { y: paddedAttention(...qkv(given), vector(given.input('keyMask')).map(Boolean)) }
}

const grouped: Operator = (given) => {
  const [Q = [], K = [], V = []] = ['Q', 'K', 'V'].map((name) => heads(given.input(name)))
  return { y: groupedQueryAttention(Q, K, V) }
}

const weights = (given: CaseInputs) => [m(given, 'Wq'), m(given, 'Wk'), m(given, 'Wv')] as const
const turned = (turn: typeof rope): Operator => {
  return (given) => ({ y: turn(vector(given.input('x')), given.number('pos'), given.number('base', 10000)) })
}

/** The exercises' functions, by name; arguments are inputs or attributes. */
export const exerciseOperators: Readonly<Record<string, Operator>> = {
  causalAttention: (given) => ({ y: causalAttention(...qkv(given)) }),
  causalLinearAttention: (given) => ({ y: causalLinearAttention(...qkv(given)) }),
  crossAttention: (given) => ({ y: crossAttention(m(given, 'X'), m(given, 'Y'), ...weights(given)) }),
  selfAttention: (given) => ({ y: selfAttention(m(given, 'X'), ...weights(given)) }),
  decode: (given) => ({ y: decode(m(given, 'tokens'), ...weights(given)) }),
  flashAttention: (given) => ({ y: flashAttention(...qkv(given), given.number('blockSize')) }),
  groupedQueryAttention: grouped,
  KVCache: kvCache,
  multiHeadAttention: multiHeaded,
  paddedAttention: padded,
  pagedAttend: paged,
  quantizeInt8: quantize,
  rope: turned(rope),
  ropeInterleaved: turned(ropeInterleaved),
  slidingWindowAttention: (given) => ({
    y: slidingWindowAttention(...qkv(given), given.number('window'), given.number('sinks', 0)),
  }),
}
