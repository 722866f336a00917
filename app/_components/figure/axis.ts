/** One direction of a plot: where a value lies, as a share from 0 to 1, and the values on its labels. */
export interface Axis {
  readonly at: (x: number) => number
  readonly ticks: readonly number[]
}

/**
 * An axis that shows all of `values`, with round ticks: 1, 2, 5 × 10ᵏ, or powers on a logarithmic axis
 * (of 2 where all values are such, else of 10).
 *
 * @param values  what must fit; only positive ones count on a logarithmic axis
 */
export function createAxis(values: readonly number[], { log = false, tight = false, from }: AxisOptions = {}): Axis {
  const finite = values.filter((x) => Number.isFinite(x) && (!log || x > 0))
  const low = Math.min(...finite, ...(from === undefined ? [] : [from]))
  const high = Math.max(...finite)
  if (finite.length === 0) return { at: () => 0, ticks: [] }
  return log ? createLogAxis(low, high, finite) : linear(low, high, tight)
}

interface AxisOptions {
  readonly log?: boolean
  /** Ends where the values end, not at the next tick. */
  readonly tight?: boolean
  /** A value that must be on it, whatever the others are. */
  readonly from?: number | undefined
}

function linear(low: number, high: number, tight: boolean): Axis {
  const spread = high - low || Math.abs(high)
  const step = roundStep((spread > 1e-300 ? spread : 1) / 4)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
  if (tight && high > low)
    return { at: (x) => (x - low) / (high - low), ticks: ticks.filter((x) => x >= low - 1e-9 && x <= high + 1e-9) }
  return { at: (x) => (x / step - first) / (last - first), ticks }
}

function createLogAxis(low: number, high: number, values: readonly number[]): Axis {
  const base = values.every((x) => Number.isInteger(Math.log2(x))) ? 2 : 10
  const log = (x: number) => Math.log(x) / Math.log(base)
  const first = Math.floor(log(low) + 1e-9)
  const last = Math.max(first + 1, Math.ceil(log(high) - 1e-9))
  const every = Math.ceil((last - first) / 6)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => base ** (first + i)).filter(
    (_, i) => i % every === 0,
  )
  return { at: (x) => (log(x) - first) / (last - first), ticks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5, 10].find((m) => m * power >= rough * 0.999) ?? 10) * power
}
