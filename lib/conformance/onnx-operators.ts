import { deltaRule } from '../attention/delta-rule.ts'
import { gelu, geluTanh } from '../attention/gelu.ts'
import { mergeHeads, splitHeads } from '../attention/heads.ts'
import { layerNormSteps } from '../attention/layer-norm.ts'
import { logSoftmax } from '../attention/log-softmax.ts'
import { rmsNorm } from '../attention/rms-norm.ts'
import { rotate } from '../attention/rotate.ts'
import { softmax } from '../attention/softmax.ts'
import type { CaseInputs, Operator } from './case-inputs.ts'
import { onnxAttention } from './onnx-attention.ts'
import { batches, broadcast, countElements, heads, matrix, type Tensor } from './tensor.ts'

/** @see https://onnx.ai/onnx/operators/onnx__RotaryEmbedding.html */
const rotaryEmbedding: Operator = (inputs) => {
  const input = inputs.input('input')
  const flat = input.shape.length === 3
  const numHeads = inputs.number('num_heads', 0)
  const x = flat ? heads(input).map((rows) => splitHeads(rows, numHeads)) : batches(input)
  const layout = inputs.flag('interleaved') ? 'interleaved' : 'half-split'
  const cos = readAngles(inputs, 'cos_cache')
  const sin = readAngles(inputs, 'sin_cache')
  const width = inputs.number('rotary_embedding_dim', 0) || (x[0]?.[0]?.[0]?.length ?? 0)
  const y = x.map((batch, b) =>
    batch.map((rows) =>
      rows.map((row, t) => {
        const c = cos(b, t)
        if (2 * c.length !== width) throw new RangeError(`the cache turns ${2 * c.length} numbers, not ${width}`)
        return rotate(row, c, sin(b, t), layout)
      }),
    ),
  )
  return { output: flat ? y.map(mergeHeads) : y }
}

/** Cosines or sines of token t of sample b: by position id from a table, or given for each token. */
function readAngles(inputs: CaseInputs, name: string): (b: number, t: number) => number[] {
  const cache = inputs.input(name)
  const ids = inputs.optional('position_ids')
  if (!ids) {
    const perToken = heads(cache)
    return (b, t) => perToken[b]?.[t] ?? []
  }
  const table = matrix(cache)
  const positions = matrix(ids)
  return (b, t) => table[positions[b]?.[t] ?? -1] ?? []
}

/** @see https://onnx.ai/onnx/operators/onnx__LinearAttention.html */
const linearAttention: Operator = (inputs) => {
  const rule = inputs.word('update_rule', ['linear', 'gated', 'delta', 'gated_delta'], 'gated_delta')
  const [q, g] = [inputs.number('q_num_heads'), inputs.number('kv_num_heads')]
  const split = (name: string, n: number) => heads(inputs.input(name)).map((rows) => splitHeads(rows, n))
  const [Q, K, V] = [split('query', q), split('key', g), split('value', g)]
  const past = inputs.optional('past_state')
  const states = past && batches(past)
  const decay = rule.startsWith('gated') ? split('decay', g) : undefined
  const betas = rule.endsWith('delta') ? heads(inputs.input('beta')) : undefined
  const scale = inputs.number('scale', 0)
  const results = Q.map((batch, b) =>
    batch.map((rows, h) => {
      const kv = Math.floor(h / (q / g))
      return deltaRule(rows, K[b]?.[kv] ?? [], V[b]?.[kv] ?? [], {
        ...(scale !== 0 && { scale }),
        ...(decay && { decay: decay[b]?.[kv] ?? [] }),
        ...(betas && { beta: (betas[b] ?? []).map((row) => row[row.length === 1 ? 0 : kv] as number) }),
        ...(states && { state: states[b]?.[kv] ?? [] }),
      })
    }),
  )
  return {
    output: results.map((batch) => mergeHeads(batch.map(({ output }) => output))),
    present_state: results.map((batch) => batch.filter((_, h) => h % (q / g) === 0).map(({ state }) => state)),
  }
}

/** Normalises over the axes from `axis` on; gain and bias are broadcast. */
function overLastAxes(
  inputs: CaseInputs,
  f: (x: number[], gain: number[], bias: number[] | undefined, eps: number) => void,
) {
  const X = inputs.input('X')
  const axis = (inputs.number('axis', -1) + X.shape.length) % X.shape.length
  const eps = inputs.number('epsilon', 1e-5)
  const W = broadcast(inputs.input('W'), X.shape).data
  const b = inputs.optional('B')
  const B = b && broadcast(b, X.shape).data
  const size = countElements(X.shape.slice(axis))
  for (let at = 0; at < X.data.length; at += size) {
    f(X.data.slice(at, at + size), W.slice(at, at + size), B?.slice(at, at + size), eps)
  }
  return { shape: X.shape, reduced: X.shape.map((n, a) => (a < axis ? n : 1)) }
}

/** @see https://onnx.ai/onnx/operators/onnx__LayerNormalization.html */
const layerNormalization: Operator = (inputs) => {
  const [Y, mean, deviation]: [number[], number[], number[]] = [[], [], []]
  const { shape, reduced } = overLastAxes(inputs, (x, gain, bias, eps) => {
    const steps = layerNormSteps(x, gain, bias, eps)
    Y.push(...steps.output)
    mean.push(steps.mean)
    deviation.push(steps.inverseDeviation)
  })
  return { Y: tensor(shape, Y), Mean: tensor(reduced, mean), InvStdDev: tensor(reduced, deviation) }
}

/** @see https://onnx.ai/onnx/operators/onnx__RMSNormalization.html */
const rmsNormalization: Operator = (inputs) => {
  const Y: number[] = []
  const { shape } = overLastAxes(inputs, (x, gain, _, eps) => Y.push(...rmsNorm(x, gain, eps)))
  return { Y: tensor(shape, Y) }
}

/** A function of rows, along any axis. */
function alongAxis(f: (row: number[], inputs: CaseInputs) => number[]): Operator {
  return (inputs) => {
    const { shape, data } = inputs.input('x')
    const axis = (inputs.number('axis', -1) + shape.length) % shape.length
    const stride = countElements(shape.slice(axis + 1))
    const n = shape[axis] as number
    const y = [...data]
    for (let start = 0; start < data.length; start++) {
      if (Math.floor(start / stride) % n !== 0) continue
      const at = Array.from({ length: n }, (_, i) => start + i * stride)
      const row = f(
        at.map((i) => data[i] as number),
        inputs,
      )
      for (const [i, where] of at.entries()) y[where] = row[i] as number
    }
    return { y: tensor(shape, y) }
  }
}

/** GELU of ONNX and of PyTorch. */
export const geluOperator: Operator = (inputs) => {
  const { shape, data } = inputs.input('x')
  const f = inputs.word('approximate', ['none', 'tanh'], 'none') === 'tanh' ? geluTanh : gelu
  return { y: tensor(shape, data.map(f)) }
}

/** Softmax as PyTorch and ONNX give it: NaN for a row that is all −∞. */
export const softmaxOperator: Operator = alongAxis((row, inputs) =>
  softmax(row, { fullyMaskedRows: inputs.fullyMaskedRows('nan') }),
)

function tensor(shape: readonly number[], data: readonly number[]): Tensor {
  return { dtype: 'float64', shape, data }
}

export const onnxOperators: Readonly<Record<string, Operator>> = {
  Attention: onnxAttention,
  RotaryEmbedding: rotaryEmbedding,
  LinearAttention: linearAttention,
  LayerNormalization: layerNormalization,
  RMSNormalization: rmsNormalization,
  Softmax: softmaxOperator,
  LogSoftmax: alongAxis((row) => logSoftmax(row)),
  Gelu: geluOperator,
}
