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
const multiheadAttention: Operator = (given) => {
  const [query, key, value] = [given.input('query'), given.input('key'), given.input('value')].map(matrix)
  const projections = readProjections(given, { in: 'in_proj_', out: 'out_proj_' })
  const numHeads = given.number('num_heads')
  const shape = [numHeads, query?.length ?? 0, key?.length ?? 0] as const
  const options = blocked(given, ['attn_mask', 'key_padding_mask'], shape)
  return { ...multiHead(query ?? [], key ?? [], value ?? [], projections, { heads: numHeads, options }) }
}

/** The packed projections of PyTorch, stored transposed: [Wq; Wk; Wv] and Wo. */
function readProjections(given: CaseInputs, prefix: { readonly in: string; readonly out: string }): Projections {
  const packed = matrix(given.input(`${prefix.in}weight`))
  const packedBias = given.optional(`${prefix.in}bias`)
  const outBias = given.optional(`${prefix.out}bias`)
  const E = packed.length / 3
  const part = (i: number) => transpose(packed.slice(i * E, (i + 1) * E))
  const bias = packedBias && vector(packedBias)
  return {
    Wq: part(0),
    Wk: part(1),
    Wv: part(2),
    Wo: transpose(matrix(given.input(`${prefix.out}weight`))),
    ...(bias && { bq: bias.slice(0, E), bk: bias.slice(E, 2 * E), bv: bias.slice(2 * E) }),
    ...(outBias && { bo: vector(outBias) }),
  }
}

/** PyTorch's masks: true = blocked, numbers are added; a row with nothing allowed is NaN. */
function blocked(
  given: CaseInputs,
  masks: readonly string[],
  [h, nQ, nK]: readonly [number, number, number],
): HeadOptions {
  const nothing = given.fullyMaskedRows('nan')
  const additive = masks.flatMap((name) => {
    const mask = given.optional(name)
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

function layerOptions(given: CaseInputs) {
  const activation = given.word('activation', ['relu', 'gelu(erf)', 'gelu'], 'relu') === 'relu' ? 'relu' : 'gelu'
  const order = given.flag('norm_first') ? 'pre' : 'post'
  return { heads: given.number('nhead'), activation, order } as const
}

function readNorm(given: CaseInputs, name: string) {
  const bias = given.optional(`${name}.bias`)
  const gain = vector(given.input(`${name}.weight`))
  return { kind: 'layer', gain, eps: given.number('eps', 1e-5), ...(bias && { bias: vector(bias) }) } as const
}

function readFeedForward(given: CaseInputs) {
  const [b1, b2] = [given.optional('linear1.bias'), given.optional('linear2.bias')]
  return {
    W1: transpose(matrix(given.input('linear1.weight'))),
    W2: transpose(matrix(given.input('linear2.weight'))),
    ...(b1 && { b1: vector(b1) }),
    ...(b2 && { b2: vector(b2) }),
  }
}

/** @see https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html */
const transformerEncoderLayer: Operator = (given) => {
  const src = matrix(given.input('src'))
  const layer = layerOptions(given)
  const shape = [layer.heads, src.length, src.length] as const
  const options = blocked(given, ['src_mask', 'src_key_padding_mask'], shape)
  const weights = {
    selfAttention: readProjections(given, { in: 'self_attn.in_proj_', out: 'self_attn.out_proj.' }),
    norm1: readNorm(given, 'norm1'),
    feedForward: readFeedForward(given),
    norm2: readNorm(given, 'norm2'),
  }
  return { y: encoderLayer(src, weights, { ...layer, options }) }
}

/** @see https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoderLayer.html */
const transformerDecoderLayer: Operator = (given) => {
  const [tgt, memory] = [matrix(given.input('tgt')), matrix(given.input('memory'))]
  const layer = layerOptions(given)
  const [n, m] = [tgt.length, memory.length]
  const options = blocked(given, ['tgt_mask', 'tgt_key_padding_mask'], [layer.heads, n, n])
  const across = [layer.heads, n, m] as const
  const crossOptions = blocked(given, ['memory_mask', 'memory_key_padding_mask'], across)
  const weights = {
    selfAttention: readProjections(given, { in: 'self_attn.in_proj_', out: 'self_attn.out_proj.' }),
    norm1: readNorm(given, 'norm1'),
    crossAttention: readProjections(given, { in: 'multihead_attn.in_proj_', out: 'multihead_attn.out_proj.' }),
    norm2: readNorm(given, 'norm2'),
    feedForward: readFeedForward(given),
    norm3: readNorm(given, 'norm3'),
  }
  return { y: decoderLayer(tgt, memory, weights, { ...layer, options, crossOptions }) }
}

/** Gradients as PyTorch's autograd gives them; a mask says true = allowed. */
const backward: Operator = (given) => {
  const [Q = [], K = [], V = [], dO = []] = ['Q', 'K', 'V', 'dO'].map((name) => matrix(given.input(name)))
  const [mask, bias] = [given.optional('mask'), given.optional('bias')]
  const shape = [Q.length, K.length]
  const options: AttentionOptions = {
    fullyMaskedRows: given.fullyMaskedRows(),
    ...(given.has('scale') && { scale: given.number('scale') }),
    ...(mask && { mask: matrix(broadcast(mask, shape)).map((row) => row.map(Boolean)) }),
    ...(bias && { bias: matrix(broadcast(bias, shape)) }),
  }
  const { output, weights } = attentionSteps(Q, K, V, options)
  return { O: output, P: weights, ...attentionBackward(Q, K, V, dO, options) }
}

/** @see https://pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html */
const layerNormOperator: Operator = (given) => {
  const { shape, data } = given.input('x')
  const [weight, bias] = [given.optional('weight'), given.optional('bias')]
  const eps = given.number('eps', 1e-5)
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
