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

const m = (inputs: CaseInputs, name: string) => matrix(inputs.input(name))
const qkv = (inputs: CaseInputs) => [m(inputs, 'Q'), m(inputs, 'K'), m(inputs, 'V')] as const

/** Token by token: y[t] = attend(queries[t]) after append(keys[t], values[t]), and length is t + 1. */
const kvCache: Operator = (inputs) => {
  const [keys, values] = [m(inputs, 'keys'), m(inputs, 'values')]
  const cache = new KVCache()
  const y = m(inputs, 'queries').map((q, t) => {
    cache.append(keys[t] ?? [], values[t] ?? [])
    if (cache.length !== t + 1) throw new RangeError(`length is ${cache.length} after ${t + 1} tokens`)
    return cache.attend(q)
  })
  return { y }
}

/** The scale and the error bound are among the attributes; a tie may go either way, zeros may have any scale. */
const quantize: Operator = (inputs) => {
  const x = vector(inputs.input('x'))
  const { q, scale } = quantizeInt8(x)
  inputs.attribute('accept')
  const either = inputs.flag('ties') ? inputs.getExpectedOutput('q') : undefined
  const chosen = q.map((n, i) => (either && isTie((x[i] as number) / scale) ? (either[i] as number) : n))
  const dequantized = dequantize({ q: chosen, scale })
  const zero = x.every((v) => v === 0)
  const stated = inputs.number('scale', scale)
  if (!zero && Math.abs(scale - stated) > 1e-6 * stated) throw new RangeError(`the scale is ${scale}, not ${stated}`)
  const bound = inputs.number('errorBound', scale / 2) * (1 + 1e-6)
  const worst = Math.max(...x.map((v, i) => Math.abs(v - (dequantized[i] ?? 0))))
  if (worst > bound) throw new RangeError(`an entry is off by ${worst}, more than ${bound}`)
  return { q: chosen, dequantized, scale: zero ? (inputs.getExpectedOutput('scale')?.[0] ?? 0) : scale }
}

function isTie(x: number): boolean {
  return Math.abs(Math.abs(x % 1) - 0.5) < 1e-9
}

const paged: Operator = (inputs) => {
  const kPages = heads(inputs.input('kPages'))
  const [vPages, table] = [heads(inputs.input('vPages')), vector(inputs.input('blockTable'))]
  const size = inputs.number('pageSize', kPages[0]?.length)
  if (size !== kPages[0]?.length) throw new RangeError(`a page has ${kPages[0]?.length} slots, not ${size}`)
  return { y: pagedAttend(vector(inputs.input('q')), kPages, vPages, table, inputs.number('length')) }
}

const multiHeaded: Operator = (inputs) => ({
  y: multiHeadAttention(
    m(inputs, 'X'),
    m(inputs, 'Wq'),
    m(inputs, 'Wk'),
    m(inputs, 'Wv'),
    m(inputs, 'Wo'),
    inputs.number('numHeads'),
  ),
})

const padded: Operator = (inputs) => {
  if (inputs.fullyMaskedRows() !== 'zeros') throw new RangeError('a row that may attend to nothing gives zeros')
  return { y: paddedAttention(...qkv(inputs), vector(inputs.input('keyMask')).map(Boolean)) }
}

const grouped: Operator = (inputs) => {
  const [Q = [], K = [], V = []] = ['Q', 'K', 'V'].map((name) => heads(inputs.input(name)))
  return { y: groupedQueryAttention(Q, K, V) }
}

const weights = (inputs: CaseInputs) => [m(inputs, 'Wq'), m(inputs, 'Wk'), m(inputs, 'Wv')] as const
const turned = (turn: typeof rope): Operator => {
  return (inputs) => ({ y: turn(vector(inputs.input('x')), inputs.number('pos'), inputs.number('base', 10000)) })
}

/** The exercises' functions, by name; arguments are inputs or attributes. */
export const exerciseOperators: Readonly<Record<string, Operator>> = {
  causalAttention: (inputs) => ({ y: causalAttention(...qkv(inputs)) }),
  causalLinearAttention: (inputs) => ({ y: causalLinearAttention(...qkv(inputs)) }),
  crossAttention: (inputs) => ({ y: crossAttention(m(inputs, 'X'), m(inputs, 'Y'), ...weights(inputs)) }),
  selfAttention: (inputs) => ({ y: selfAttention(m(inputs, 'X'), ...weights(inputs)) }),
  decode: (inputs) => ({ y: decode(m(inputs, 'tokens'), ...weights(inputs)) }),
  flashAttention: (inputs) => ({ y: flashAttention(...qkv(inputs), inputs.number('blockSize')) }),
  groupedQueryAttention: grouped,
  KVCache: kvCache,
  multiHeadAttention: multiHeaded,
  paddedAttention: padded,
  pagedAttend: paged,
  quantizeInt8: quantize,
  rope: turned(rope),
  ropeInterleaved: turned(ropeInterleaved),
  slidingWindowAttention: (inputs) => ({
    y: slidingWindowAttention(...qkv(inputs), inputs.number('window'), inputs.number('sinks', 0)),
  }),
}
