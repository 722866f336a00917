import { assertCount } from '#lib/attention/shape.ts'
import type { PlannedModel, Storage } from './planned-models.ts'

/** Widths of what DeepSeek-V2 and V3 cache per token and layer (DeepSeek-V2, §2.1). */
export const LATENT_DIM = 512
export const ROPE_DIM = 64
/** Tokens in a block of a paged cache: the default of vLLM. */
export const BLOCK_SIZE = 16
/** Bytes of the scale that is stored with each vector in int8, a 16-bit number. */
const SCALE_BYTES = 2

/** What the reader chooses. */
export interface PlanSettings {
  /** Tokens of each sequence. */
  readonly tokens: number
  /** Sequences at a time. */
  readonly batch: number
  readonly storage: Storage
  readonly numbers: '16-bit' | 'int8'
  /** How many of the last tokens are kept; all of them when absent. */
  readonly window?: number | undefined
  /** Blocks are allocated as a sequence grows. Otherwise each sequence reserves the model's whole context. */
  readonly isPaged: boolean
}

/** One technique after the other, and the bytes of the whole cache once it is applied too. */
export interface PlanStep {
  readonly technique: 'none' | 'storage' | 'numbers' | 'window' | 'paging'
  readonly bytes: number
  /** How many times smaller than in the step before. */
  readonly factor: number
}

/**
 * The size of a cache as techniques are added: from multi-head attention in 16 bits with all tokens, each sequence's whole
 * context reserved, to what is chosen.
 *
 * @param model  its shape
 * @param settings  tokens and sequences are whole numbers ≥ 1, and so is a window
 * @returns five steps; the last one is the cache that is chosen. No step is larger than the one before
 * @throws RangeError when a count is not a whole number ≥ 1
 */
export function planCache(model: PlannedModel, settings: PlanSettings): readonly [PlanStep, ...PlanStep[]] {
  const { storage, numbers, window, isPaged, batch } = settings
  assertCount('batch', batch)
  const first: PlanSettings = { ...settings, storage: 'all', numbers: '16-bit', window: undefined, isPaged: false }
  const added: readonly [PlanStep['technique'], Partial<PlanSettings>][] = [
    ['storage', { storage }],
    ['numbers', { numbers }],
    ['window', { window }],
    ['paging', { isPaged }],
  ]
  const steps: [PlanStep, ...PlanStep[]] = [{ technique: 'none', bytes: countBytes(model, first), factor: 1 }]
  let chosen = first
  let before = steps[0].bytes
  for (const [technique, choice] of added) {
    chosen = { ...chosen, ...choice }
    const bytes = countBytes(model, chosen)
    steps.push({ technique, bytes, factor: before / bytes })
    before = bytes
  }
  return steps
}

/** Bytes of the cache of a whole batch, with what is reserved and unused. */
function countBytes(model: PlannedModel, settings: PlanSettings): number {
  return countTokenBytes(model, settings) * countSlots(model, settings) * settings.batch
}

/**
 * Bytes of one token in all layers. In int8 each vector has a scale of two bytes.
 *
 * @param model  its shape
 * @param choice  what is stored, and in which numbers
 * @returns bytes
 */
export function countTokenBytes(
  { layers, heads, headDim }: PlannedModel,
  { storage, numbers }: Pick<PlanSettings, 'storage' | 'numbers'>,
): number {
  const kvHeads = storage === 'all' ? heads : Number(storage)
  const [vectors, width] = storage === 'latent' ? [2, LATENT_DIM + ROPE_DIM] : [2 * kvHeads, 2 * kvHeads * headDim]
  return layers * (numbers === 'int8' ? width + vectors * SCALE_BYTES : 2 * width)
}

/** Tokens for which a sequence holds memory. */
function countSlots({ context }: PlannedModel, { tokens, window = Number.POSITIVE_INFINITY, isPaged }: PlanSettings) {
  assertCount('tokens', tokens)
  if (window < Number.POSITIVE_INFINITY) assertCount('window', window)
  const reserved = Math.min(window, Math.max(tokens, context))
  const used = Math.ceil(Math.min(window, tokens) / BLOCK_SIZE) * BLOCK_SIZE
  return isPaged ? Math.min(used, reserved) : reserved
}

/** What fits on GPUs of one size. */
export interface Fit {
  /** The fewest that hold the weights. */
  readonly gpus: number
  /** Bytes that the weights leave on all of them together. */
  readonly remainingBytes: number
  /** Whole sequences whose cache fits there, if nothing else needs memory and the cache divides evenly. */
  readonly sequences: number
}

/**
 * How many sequences fit next to the weights, on the fewest GPUs that hold these.
 *
 * @param weights  bytes
 * @param perSequence  bytes of one sequence's cache
 * @param gpuBytes  memory of one GPU
 */
export function fitSequences(weights: number, perSequence: number, gpuBytes: number): Fit {
  const gpus = Math.floor(weights / gpuBytes) + 1
  const remainingBytes = gpus * gpuBytes - weights
  return { gpus, remainingBytes, sequences: Math.floor(remainingBytes / perSequence) }
}
