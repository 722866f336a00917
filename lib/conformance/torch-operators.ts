import { type AttentionOptions, attentionSteps } from '../attention/attention.ts'
import { attentionBackward } from '../attention/attention-backward.ts'
import { decoderLayer } from '../attention/decoder-layer.ts'
import { encoderLayer } from '../attention/encoder-layer.ts'
import type { HeadOptions } from '../attention/grouped-query-attention.ts'
import { layerNorm } from '../attention/layer-norm.ts'
import { transpose } from '../attention/matrix.ts'
import { multiHead, type Projections } from '../attention/multi-head-attention.ts'
import type { CaseInputs, Operator } from './case-inputs.ts'
import { geluOperator, softmaxOperator } from './onnx-operators.ts'
import { broadcast, heads, matrix, type Tensor, vector } from './tensor.ts'

/** @see https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html */
const multiheadAttention: Operator = (inputs) => {
  const [query, key, value] = [inputs.input('query'), inputs.input('key'), inputs.input('value')].map(matrix)
  const projections = readProjections(inputs, { in: 'in_proj_', out: 'out_proj_' })
  const numHeads = inputs.number('num_heads')
  const shape = [numHeads, query?.length ?? 0, key?.length ?? 0] as const
  const options = blocked(inputs, ['attn_mask', 'key_padding_mask'], shape)
  return { ...multiHead(query ?? [], key ?? [], value ?? [], projections, { heads: numHeads, options }) }
}

/** The packed projections of PyTorch, stored transposed: [Wq; Wk; Wv] and Wo. */
function readProjections(inputs: CaseInputs, prefix: { readonly in: string; readonly out: string }): Projections {
  const packed = matrix(inputs.input(`${prefix.in}weight`))
  const packedBias = inputs.optional(`${prefix.in}bias`)
  const outBias = inputs.optional(`${prefix.out}bias`)
  const E = packed.length / 3
  const part = (i: number) => transpose(packed.slice(i * E, (i + 1) * E))
  const bias = packedBias && vector(packedBias)
  return {
    Wq: part(0),
    Wk: part(1),
    Wv: part(2),
    Wo: transpose(matrix(inputs.input(`${prefix.out}weight`))),
    ...(bias && { bq: bias.slice(0, E), bk: bias.slice(E, 2 * E), bv: bias.slice(2 * E) }),
    ...(outBias && { bo: vector(outBias) }),
  }
}

/** PyTorch's masks: true = blocked, numbers are added; a row with nothing allowed is NaN. */
function blocked(
  inputs: CaseInputs,
  masks: readonly string[],
  [h, nQ, nK]: readonly [number, number, number],
): HeadOptions {
  const nothing = inputs.fullyMaskedRows('nan')
  const additive = masks.flatMap((name) => {
    const mask = inputs.optional(name)
    return mask ? [heads(broadcast(toAdditiveMask(mask), [h, nQ, nK]))] : []
  })
  return (head): AttentionOptions => {
    const [first, second] = additive.map((perHead) => perHead[head] ?? [])
    const bias = second && first ? first.map((row, i) => row.map((x, j) => x + (second[i]?.[j] ?? 0))) : first
    return { fullyMaskedRows: nothing, ...(bias && { bias }) }
  }
}

function toAdditiveMask(t: Tensor): Tensor {
  if (t.dtype !== 'bool') return t
  return { dtype: 'float64', shape: t.shape, data: t.data.map((x) => (x ? Number.NEGATIVE_INFINITY : 0)) }
}

function layerOptions(inputs: CaseInputs) {
  const activation = inputs.word('activation', ['relu', 'gelu(erf)', 'gelu'], 'relu') === 'relu' ? 'relu' : 'gelu'
  const order = inputs.flag('norm_first') ? 'pre' : 'post'
  return { heads: inputs.number('nhead'), activation, order } as const
}

function readNorm(inputs: CaseInputs, name: string) {
  const bias = inputs.optional(`${name}.bias`)
  const gain = vector(inputs.input(`${name}.weight`))
  return { kind: 'layer', gain, eps: inputs.number('eps', 1e-5), ...(bias && { bias: vector(bias) }) } as const
}

function readFeedForward(inputs: CaseInputs) {
  const [b1, b2] = [inputs.optional('linear1.bias'), inputs.optional('linear2.bias')]
  return {
    W1: transpose(matrix(inputs.input('linear1.weight'))),
    W2: transpose(matrix(inputs.input('linear2.weight'))),
    ...(b1 && { b1: vector(b1) }),
    ...(b2 && { b2: vector(b2) }),
  }
}

/** @see https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html */
const transformerEncoderLayer: Operator = (inputs) => {
  const src = matrix(inputs.input('src'))
  const layer = layerOptions(inputs)
  const shape = [layer.heads, src.length, src.length] as const
  const options = blocked(inputs, ['src_mask', 'src_key_padding_mask'], shape)
  const weights = {
    selfAttention: readProjections(inputs, { in: 'self_attn.in_proj_', out: 'self_attn.out_proj.' }),
    norm1: readNorm(inputs, 'norm1'),
    feedForward: readFeedForward(inputs),
    norm2: readNorm(inputs, 'norm2'),
  }
  return { y: encoderLayer(src, weights, { ...layer, options }) }
}

/** @see https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoderLayer.html */
const transformerDecoderLayer: Operator = (inputs) => {
  const [tgt, memory] = [matrix(inputs.input('tgt')), matrix(inputs.input('memory'))]
  const layer = layerOptions(inputs)
  const [n, m] = [tgt.length, memory.length]
  const options = blocked(inputs, ['tgt_mask', 'tgt_key_padding_mask'], [layer.heads, n, n])
  const across = [layer.heads, n, m] as const
  const crossOptions = blocked(inputs, ['memory_mask', 'memory_key_padding_mask'], across)
  const weights = {
    selfAttention: readProjections(inputs, { in: 'self_attn.in_proj_', out: 'self_attn.out_proj.' }),
    norm1: readNorm(inputs, 'norm1'),
    crossAttention: readProjections(inputs, { in: 'multihead_attn.in_proj_', out: 'multihead_attn.out_proj.' }),
    norm2: readNorm(inputs, 'norm2'),
    feedForward: readFeedForward(inputs),
    norm3: readNorm(inputs, 'norm3'),
  }
  return { y: decoderLayer(tgt, memory, weights, { ...layer, options, crossOptions }) }
}

/** Gradients as PyTorch's autograd gives them; a mask says true = allowed. */
const backward: Operator = (inputs) => {
  const [Q = [], K = [], V = [], dO = []] = ['Q', 'K', 'V', 'dO'].map((name) => matrix(inputs.input(name)))
  const [mask, bias] = [inputs.optional('mask'), inputs.optional('bias')]
  const shape = [Q.length, K.length]
  const options: AttentionOptions = {
    fullyMaskedRows: inputs.fullyMaskedRows(),
    ...(inputs.has('scale') && { scale: inputs.number('scale') }),
    ...(mask && { mask: matrix(broadcast(mask, shape)).map((row) => row.map(Boolean)) }),
    ...(bias && { bias: matrix(broadcast(bias, shape)) }),
  }
  const { output, weights } = attentionSteps(Q, K, V, options)
  return { O: output, P: weights, ...attentionBackward(Q, K, V, dO, options) }
}

/** @see https://pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html */
const layerNormOperator: Operator = (inputs) => {
  const { shape, data } = inputs.input('x')
  const [weight, bias] = [inputs.optional('weight'), inputs.optional('bias')]
  const eps = inputs.number('eps', 1e-5)
  const width = weight?.data.length ?? bias?.data.length ?? shape.at(-1) ?? 1
  const y: number[] = []
  for (let at = 0; at < data.length; at += width) {
    y.push(...layerNorm(data.slice(at, at + width), weight?.data, bias?.data, eps))
  }
  return { y: { dtype: 'float64', shape, data: y } }
}

export const torchOperators: Readonly<Record<string, Operator>> = {
  'nn.MultiheadAttention': multiheadAttention,
  'nn.TransformerEncoderLayer': transformerEncoderLayer,
  'nn.TransformerDecoderLayer': transformerDecoderLayer,
  'attention backward': backward,
  softmax: softmaxOperator,
  layer_norm: layerNormOperator,
  gelu: geluOperator,
}
