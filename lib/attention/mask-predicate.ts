import { assertEqualSizes, assertMatrix } from './shape.ts'

/** Which keys a query may attend to. All that are given must allow a pair. */
export interface MaskOptions {
  /** nQ × nK, true = may attend. */
  readonly mask?: readonly (readonly boolean[])[]
  /**
   * Hides the future. `'top-left'` (also `true`): j ≤ i, as PyTorch's is_causal. `'bottom-right'`: j ≤ i + nK − nQ.
   * `{ past }`: j ≤ i + past, the queries come after `past` tokens, as in ONNX.
   */
  readonly causal?: boolean | 'top-left' | 'bottom-right' | { readonly pastLength: number }
  /** nK entries, true = a real token. Hides keys, not queries. */
  readonly keyMask?: readonly boolean[]
  /** Tokens before query 0, when `causal` does not say it: where window and ALiBi count from. Default 0. */
  readonly past?: number
  /** Keys seen to the left, the token itself counted: i + past − j < window. */
  readonly window?: number
  /** The first keys, which stay visible though the window has left them. */
  readonly sinks?: number
  /** Keys seen to the right of the token itself: j − i − past ≤ right. */
  readonly lookahead?: number
}

/**
 * The rule that says whether query i may attend to key j.
 *
 * @param nQ  number of queries
 * @param nK  number of keys
 * @returns the rule; undefined when every query sees every key
 * @throws RangeError when a mask has not the shape nQ × nK, or the key mask not nK entries
 * @complexity O(1) a pair
 * @see Vaswani et al. 2017, §3.2.3; Beltagy et al. 2020; Xiao et al. 2023 (sinks)
 */
export function createMaskPredicate(
  options: MaskOptions,
  nQ: number,
  nK: number,
): ((i: number, j: number) => boolean) | undefined {
  const { mask, causal, keyMask, window, sinks = 0, lookahead: right } = options
  if (mask) {
    const { rows, columns } = assertMatrix('the mask', mask)
    assertEqualSizes('the number of rows of the mask', rows, 'of queries', nQ)
    assertEqualSizes('the number of columns of the mask', columns, 'of keys', nK)
  }
  if (keyMask) assertEqualSizes('the length of the key mask', keyMask.length, 'the number of keys', nK)
  if (!mask && !causal && !keyMask && window === undefined && right === undefined) return undefined
  const past = getPastLength(options, nQ, nK)
  const ahead = causal ? 0 : (right ?? Number.POSITIVE_INFINITY)
  return (i, j) => {
    const back = i + past - j
    if (-back > ahead) return false
    if (window !== undefined && back >= window && j >= sinks) return false
    if (keyMask && !keyMask[j]) return false
    return mask?.[i]?.[j] ?? true
  }
}

/**
 * How many tokens stand before query 0: query i is token i + past.
 *
 * @param nQ  number of queries
 * @param nK  number of keys
 * @returns tokens, negative when there are more queries than keys and they align bottom-right
 * @complexity O(1)
 * @see Dao 2023 (its code, version 2.1 and later)
 */
export function getPastLength({ causal, past = 0 }: MaskOptions, nQ: number, nK: number): number {
  if (typeof causal === 'object') return causal.pastLength
  return causal === 'bottom-right' ? nK - nQ : past
}
