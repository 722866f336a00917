import { attention } from '../attention/attention.ts'
import { dot } from '../attention/matrix.ts'
import { emptyPartial, mergePartials, type PartialAttention, partialLogSumExp } from '../attention/merge-partial.ts'
import { onlineSoftmax } from '../attention/online-softmax.ts'
import { dequantize, dequantizePerChannel, quantizeInt8, quantizePerChannel } from '../attention/quantize-int8.ts'
import { rope, ropeInterleaved } from '../attention/rope.ts'
import type { CaseInputs, Operator } from './case-inputs.ts'
import { heads, matrix, slices, vector } from './tensor.ts'

/** Maximum, normaliser and their log-sum-exp, in one pass over each row. */
const onlineLogSumExp: Operator = (inputs) => {
  const x = inputs.input('x')
  const rows = x.shape.length === 1 ? [vector(x)] : matrix(x)
  const all = rows.map((row) => onlineSoftmax(row))
  const shaped = (values: number[]) => (x.shape.length === 1 ? (values[0] as number) : values)
  return {
    m: shaped(all.map(({ max }) => max)),
    l: shaped(all.map(({ sum }) => sum)),
    lse: shaped(all.map(({ max, sum }) => (sum === 0 ? Number.NEGATIVE_INFINITY : max + Math.log(sum)))),
  }
}

/** Blocks merged in every order the case names; they must all agree. */
const mergePartialsOperator: Operator = (inputs) => {
  // Where the parts came from; only the parts themselves are merged here.
  for (const name of ['Q', 'K', 'V', 'blocks']) inputs.attribute(name)
  const [m, l] = [matrix(inputs.input('partial_m')), matrix(inputs.input('partial_l'))]
  const o = heads(inputs.input('partial_o_unnormalised'))
  const [nQ, width] = [m[0]?.length ?? 0, o[0]?.[0]?.length ?? 0]
  const part = (b: number, i: number): PartialAttention => {
    const sum = l[b]?.[i] as number
    if (sum === 0) return emptyPartial(width)
    return { m: m[b]?.[i] as number, l: sum, o: (o[b]?.[i] ?? []).map((x) => x / sum) }
  }
  const merged = listOrders(inputs, m.length).map((order) =>
    Array.from({ length: nQ }, (_, i) => order.map((b) => part(b, i)).reduce(mergePartials, emptyPartial(width))),
  )
  const [first = []] = merged
  if (merged.some((rows) => rows.some((row, i) => differ(row, first[i] as PartialAttention)))) {
    throw new RangeError('another order of merging gives another result')
  }
  return {
    y: first.map((row) => [...row.o]),
    m: first.map((row) => row.m),
    l: first.map((row) => row.l),
    lse: first.map(partialLogSumExp),
  }
}

/** The orders of the case, or forwards, backwards and from the middle. */
function listOrders(inputs: CaseInputs, blocks: number): number[][] {
  const orders = inputs.attribute('orders')
  if (Array.isArray(orders)) return orders.map((order) => order.map(Number))
  const forwards = Array.from({ length: blocks }, (_, b) => b)
  const half = blocks >> 1
  return [forwards, forwards.toReversed(), [...forwards.slice(half), ...forwards.slice(0, half)]]
}

function differ(a: PartialAttention, b: PartialAttention): boolean {
  return a.o.some((x, c) => Math.abs(x - (b.o[c] as number)) > 1e-9 * (1 + Math.abs(x)))
}

type Granularity = 'per_token' | 'per_channel' | 'per_tensor'
const GRANULARITIES = ['per_token', 'per_channel', 'per_tensor'] as const

/** Keys and values in int8, with one scale per token, per channel or per tensor; checks the errors that the case states. */
const int8Attention: Operator = (inputs) => {
  const [Q = [], K = [], V = []] = ['Q', 'K', 'V'].map((name) => matrix(inputs.input(name)))
  const k = quantized(K, inputs.word('keyGranularity', GRANULARITIES))
  const v = quantized(V, inputs.word('valueGranularity', GRANULARITIES))
  const y = attention(Q, k.back, v.back)
  const y_exact = attention(Q, K, V)
  requireError(inputs, 'maxErrVsExact', y, y_exact)
  requireError(inputs, 'maxKErr', k.back, K)
  requireError(inputs, 'maxVErr', v.back, V)
  return { Kq: k.q, Kscale: k.scale, Vq: v.q, Vscale: v.scale, y, y_exact }
}

function quantized(X: number[][], granularity: Granularity) {
  if (granularity === 'per_tensor') {
    const all = quantizeInt8(X.flat())
    return { q: splitRows(all.q, X), scale: all.scale, back: splitRows(dequantize(all), X) }
  }
  if (granularity === 'per_channel') {
    const { q, scales } = quantizePerChannel(X)
    return { q, scale: scales, back: dequantizePerChannel(q, scales) }
  }
  const rows = X.map(quantizeInt8)
  return { q: rows.map(({ q }) => q), scale: rows.map(({ scale }) => scale), back: rows.map(dequantize) }
}

/** Cuts a flat list into rows as long as those of `shape`. */
function splitRows(flat: readonly number[], shape: readonly (readonly number[])[]): number[][] {
  let end = 0
  return shape.map(({ length }) => {
    end += length
    return flat.slice(end - length, end)
  })
}

function requireError(inputs: CaseInputs, name: string, got: number[][], exact: number[][]): void {
  if (!inputs.has(name)) return
  const stated = inputs.number(name)
  const error = Math.max(...got.flatMap((row, i) => row.map((x, c) => Math.abs(x - (exact[i]?.[c] ?? 0)))))
  if (Math.abs(error - stated) > 1e-6 * (1 + stated)) throw new RangeError(`${name} is ${error}, not ${stated}`)
}

/** ⟨R(q, m), R(k, n)⟩ of each pair of positions, in both layouts. */
const ropeProperty: Operator = (inputs) => {
  const [q, k] = [inputs.input('q'), inputs.input('k')]
  const base = inputs.number('base', 10000)
  const pairs = slices(inputs.input('positions')).map(vector)
  const products = (turn: typeof rope) =>
    pairs.map(([m = 0, n = 0]) => dot(turn(vector(q), m, base), turn(vector(k), n, base)))
  return { dot_half: products(rope), dot_interleaved: products(ropeInterleaved) }
}

export const numericOperators: Readonly<Record<string, Operator>> = {
  'online logsumexp': onlineLogSumExp,
  'merge of softmax partials': mergePartialsOperator,
  'merge with an empty (fully masked) block': mergePartialsOperator,
  'int8 KV attention': int8Attention,
  'rope property': ropeProperty,
}
