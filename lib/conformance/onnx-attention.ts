import type { AttentionOptions, AttentionSteps } from '../attention/attention.ts'
import { groupedQuerySteps } from '../attention/grouped-query-attention.ts'
import { mergeHeads, splitHeads } from '../attention/heads.ts'
import type { CaseInputs, Operator } from './case-inputs.ts'
import { batches, broadcast, heads, matrix, slices, type Tensor, vector } from './tensor.ts'

/**
 * Attention of ONNX, opset 23 to 25: 3-D or 4-D, grouped heads, past and present, masks, windows, soft cap.
 *
 * @see https://onnx.ai/onnx/operators/onnx__Attention.html
 */
export const onnxAttention: Operator = (inputs) => {
  const Q = readHeads(inputs, 'Q', 'q_num_heads')
  const newK = readHeads(inputs, 'K', 'kv_num_heads')
  const newV = readHeads(inputs, 'V', 'kv_num_heads')
  const present_key = withPast(inputs, 'past_key', newK)
  const present_value = withPast(inputs, 'past_value', newV)
  const mode = inputs.number('qk_matmul_output_mode', 0)
  const getOptions = options(inputs, Q, present_key, (present_key[0]?.[0]?.length ?? 0) - (newK[0]?.[0]?.length ?? 0))
  const steps = Q.map((q, b) =>
    groupedQuerySteps(q, present_key[b] ?? [], present_value[b] ?? [], (h) => getOptions(b, h)),
  )
  const Y = steps.map((batch) => batch.map(({ output }) => output))
  return {
    Y: inputs.input('Q').shape.length === 3 ? Y.map(mergeHeads) : Y,
    present_key,
    present_value,
    qk_matmul_output: steps.map((batch, b) =>
      batch.map((step, h) => selectOutput(mode, step, () => capped(getOptions(b, h), step))),
    ),
  }
}

/** A tensor as [batch][heads][n][width], whether heads lie side by side (3-D) or apart (4-D). */
function readHeads(inputs: CaseInputs, name: string, count: string): number[][][][] {
  const tensor = inputs.input(name)
  const numHeads = inputs.number(count, 0)
  return tensor.shape.length === 4 ? batches(tensor) : heads(tensor).map((rows) => splitHeads(rows, numHeads))
}

function withPast(inputs: CaseInputs, name: string, rows: number[][][][]): number[][][][] {
  const past = inputs.optional(name)
  if (!past) return rows
  return batches(past).map((batch, b) => batch.map((head, h) => [...head, ...(rows[b]?.[h] ?? [])]))
}

/** What query head h of sample b may see, and how its scores are changed. */
function options(inputs: CaseInputs, Q: number[][][][], K: number[][][][], cached: number) {
  const nQ = Q[0]?.[0]?.length ?? 0
  const nK = K[0]?.[0]?.length ?? 0
  const valid = inputs.optional('nonpad_kv_seqlen')
  const causal = inputs.flag('is_causal')
  const [left, right] = [inputs.number('left_window_size', -1), inputs.number('right_window_size', -1)]
  const scale = inputs.has('scale') ? inputs.number('scale') : undefined
  const softcap = inputs.number('softcap', 0)
  requirePrecision(inputs)
  const getMask = masks(inputs.optional('attn_mask'), [Q.length, Q[0]?.length ?? 0, nQ, nK])
  return (b: number, h: number): AttentionOptions => {
    const length = valid ? (vector(valid)[b] as number) : undefined
    const past = inputs.has('past_key') || length === undefined ? cached : length - nQ
    return {
      past,
      ...(causal && { causal: { pastLength: past } }),
      ...(scale !== undefined && { scale }),
      ...(softcap > 0 && { softcap }),
      ...(left >= 0 && { window: left + 1 }),
      ...(right >= 0 && { lookahead: right }),
      ...(length !== undefined && { keyMask: Array.from({ length: nK }, (_, j) => j < length) }),
      ...getMask(b, h),
    }
  }
}

/** Softmax here is computed in double precision, which is at least what each of these asks for. */
function requirePrecision(inputs: CaseInputs): void {
  const precision = inputs.number('softmax_precision', 1)
  if (![1, 10, 11, 16].includes(precision)) throw new RangeError(`softmax_precision ${precision} is not known`)
}

/** The mask of head h of sample b: broadcast from any rank; keys beyond a short mask are hidden. */
function masks(mask: Tensor | undefined, shape: readonly [number, number, number, number]) {
  if (!mask) return () => ({})
  const total = shape[3]
  const width = mask.shape.at(-1) ?? 1
  const rows = broadcast(mask, [...shape.slice(0, 3), width])
  const hidden = mask.dtype === 'bool' ? 0 : Number.NEGATIVE_INFINITY
  const perHead = slices(rows).map((batch) =>
    slices(batch).map((head) => matrix(head).map((row) => [...row, ...new Array(total - width).fill(hidden)])),
  )
  return (b: number, h: number): AttentionOptions => {
    const values: number[][] = perHead[b]?.[h] ?? []
    return mask.dtype === 'bool' ? { mask: values.map((row) => row.map(Boolean)) } : { bias: values }
  }
}

/** The optional fourth output: 0 raw scores, 1 after the soft cap, 2 with bias and masks, 3 the weights. */
function selectOutput(mode: number, step: AttentionSteps, cappedScores: () => number[][]): number[][] {
  switch (mode) {
    case 0:
      return step.scores
    case 1:
      return cappedScores()
    case 2:
      return step.masked
    case 3:
      return step.weights
    default:
      throw new RangeError(`qk_matmul_output_mode ${mode} is not known`)
  }
}

function capped({ softcap }: AttentionOptions, { scores }: AttentionSteps): number[][] {
  return softcap ? scores.map((row) => row.map((s) => softcap * Math.tanh(s / softcap))) : scores
}
