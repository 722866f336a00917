import { alibiAttention, alibiSlopes } from '../attention/alibi.ts'
import { type AttentionOptions, attentionSteps } from '../attention/attention.ts'
import { chunkedCausalAttention } from '../attention/causal-attention.ts'
import { linearRecurrence } from '../attention/causal-linear-attention.ts'
import { linearAttention } from '../attention/linear-attention.ts'
import { localGlobalMask } from '../attention/local-global-mask.ts'
import { createMaskPredicate } from '../attention/mask-predicate.ts'
import { sparseAttention } from '../attention/sparse-attention.ts'
import type { CaseInputs, Operator } from './case-inputs.ts'
import { broadcast, heads, matrix } from './tensor.ts'

/** Attention of one head with everything that a case may set: scale, soft cap, mask, bias, causal alignment. */
const attentionOperator: Operator = (inputs) => {
  const { Q, K, V } = readMatrices(inputs)
  const steps = attentionSteps(Q, K, V, readOptions(inputs, Q.length, K.length))
  const { causal } = readOptions(inputs, Q.length, K.length)
  const visible = createMaskPredicate(causal ? { causal } : {}, Q.length, K.length) ?? (() => true)
  return { y: steps.output, weights: steps.weights, mask: Q.map((_, i) => K.map((_, j) => visible(i, j))) }
}

function readMatrices(inputs: CaseInputs) {
  return { Q: matrix(inputs.input('Q')), K: matrix(inputs.input('K')), V: matrix(inputs.input('V')) }
}

function readOptions(inputs: CaseInputs, nQ: number, nK: number): AttentionOptions {
  const mask = inputs.optional('mask')
  const bias = inputs.optional('bias') ?? (mask?.dtype === 'bool' ? undefined : mask)
  const softcap = inputs.number('softcap', 0)
  const topLeft = inputs.word('alignment', ['topleft', 'bottomright'], 'bottomright') === 'topleft'
  const causal = inputs.op.includes('causal') || inputs.flag('causal') || inputs.has('alignment')
  return {
    fullyMaskedRows: inputs.fullyMaskedRows(),
    ...(inputs.has('scale') && { scale: inputs.number('scale') }),
    ...(softcap > 0 && { softcap }),
    ...(mask?.dtype === 'bool' && { mask: matrix(broadcast(mask, [nQ, nK])).map((row) => row.map(Boolean)) }),
    ...(bias && { bias: matrix(broadcast(bias, [nQ, nK])) }),
    ...(causal && { causal: topLeft ? ('top-left' as const) : ('bottom-right' as const) }),
  }
}

/** Press et al. 2021: the engine computes its own slopes, which must equal those of the case. */
const causalAlibi: Operator = (inputs) => {
  const [Q = [], K = [], V = []] = ['Q', 'K', 'V'].map((name) => heads(inputs.input(name)))
  const slopes = alibiSlopes(inputs.number('numHeads', Q.length))
  if (inputs.has('slopes')) {
    const caseSlopes = inputs.list('slopes')
    const differs =
      caseSlopes.length !== slopes.length || caseSlopes.some((s, h) => Math.abs(s - (slopes[h] ?? 0)) > 1e-8 * s)
    if (differs) throw new RangeError(`the slopes are ${slopes}, not ${caseSlopes}`)
  }
  return { y: alibiAttention(Q, K, V, slopes) }
}

const slopesOperator: Operator = (inputs) => ({ slopes: alibiSlopes(inputs.number('numHeads')) })

/** Chunks fed through the cache one after the other, which together give causal attention. */
const chunkedPrefill: Operator = (inputs) => {
  const { Q, K, V } = readMatrices(inputs)
  return { y: chunkedCausalAttention(Q, K, V, inputs.list('chunks')) }
}

const linear: Operator = (inputs) => {
  const { Q, K, V } = readMatrices(inputs)
  inputs.word('featureMap', ['elu+1'], 'elu+1')
  const causal = inputs.flag('causal') || inputs.op.startsWith('causal')
  const { output, state } = linearRecurrence(causal ? Q : K, K, V)
  return { y: causal ? output : linearAttention(Q, K, V), S_final: state.S, Z_final: state.z }
}

const localGlobal: Operator = (inputs) => {
  const { Q, K, V } = readMatrices(inputs)
  const [window, globals, causal] = [inputs.number('window_one_sided'), inputs.list('global'), inputs.flag('causal')]
  return {
    y: sparseAttention(Q, K, V, window, globals, causal),
    mask: localGlobalMask(Q.length, window, globals, causal),
  }
}

export const attentionVariants: Readonly<Record<string, Operator>> = {
  attention: attentionOperator,
  'attention scale attribute': attentionOperator,
  'attention + bool mask': attentionOperator,
  'attention + additive mask': attentionOperator,
  'attention softcap': attentionOperator,
  'attention softcap + causal': attentionOperator,
  'causal attention nq!=nk': attentionOperator,
  'causal ALiBi attention': causalAlibi,
  'alibi slopes': slopesOperator,
  'chunked prefill': chunkedPrefill,
  'linear attention': linear,
  'causal linear attention': linear,
  'local+global sparse attention': localGlobal,
}
