import type { BrowserVerdict, JsonNumber, Trace } from '#lib/grading/verdict.ts'
import { type CellLook, computeCellLook } from '../figure/cell-look.ts'
import { toNumber } from '../figure/format.ts'

/** One value of a traced row. */
export interface ValueCell {
  readonly look: CellLook
  /** It differs from what was expected. */
  readonly isWrong: boolean
}

/** What one line of the learner’s code assigned. */
export interface LineValues {
  /** Counted from 1. */
  readonly line: number
  /** The variable’s name. */
  readonly name: string
  readonly cells: readonly ValueCell[]
}

/** The values that are next to the code after a run. */
export interface TracedValues {
  /** The row that is shown of each array; undefined if each of them is one row. */
  readonly row?: number
  /** Which input the code ran on: “the failing input”. */
  readonly input: string
  readonly lines: readonly LineValues[]
}

/** Longer rows don’t fit next to the code. */
const MAX_CELLS = 12

/**
 * Collects the values of traced lines: of every array that is a step of the reference (of all, where none is) the row
 * that failed first (row 0 where nothing did), in the order of the lines.
 *
 * @returns undefined if there is nothing to show
 */
export function collectLineValues(verdict: BrowserVerdict): TracedValues | undefined {
  const row = verdict.counterexample?.first?.row ?? 0
  const latest = new Map<number, Trace>() // two arrays made in one line: the later one is shown
  const steps = verdict.traces.filter((trace) => trace.wrong)
  for (const trace of steps.length > 0 ? steps : verdict.traces) latest.set(trace.line, trace)
  const latestValues = [...latest.values()]
    .map((trace) => ({ trace, index: trace.rows.length === 1 ? 0 : row }))
    .filter(({ trace, index }) => {
      const length = trace.rows[index]?.length ?? 0
      return length > 0 && length <= MAX_CELLS
    })
    .sort((a, b) => a.trace.line - b.trace.line)
  if (latestValues.length === 0) return undefined
  return {
    ...(latestValues.some(({ trace }) => trace.rows.length > 1) && { row }),
    input: verdict.outcome === 'failed' ? 'the failing input' : 'the worked example',
    lines: latestValues.map(({ trace, index }) => toLineValues(trace, index)),
  }
}

function toLineValues({ line, name, rows, scale, wrong }: Trace, index: number): LineValues {
  const max = Math.max(...rows.flat().map(magnitude)) || 1
  const values = rows[index] ?? []
  return {
    line,
    name,
    cells: values.map((value, j) => ({
      look: computeCellLook(value, scale, max),
      isWrong: wrong?.[index]?.[j] ?? false,
    })),
  }
}

function magnitude(value: JsonNumber): number {
  const x = Math.abs(toNumber(value))
  return Number.isFinite(x) ? x : 0
}

/** Says which row of which input the values are from: “row 0 of the failing input”. */
export const describeSource = ({ row, input }: TracedValues): string =>
  row === undefined ? input : `row ${row} of ${input}`

/** Reads a line’s values out: “scores: 1, −1, 0 (wrong)”. */
export const describeLineValues = ({ name, cells }: LineValues): string =>
  `${name}: ${cells.map(({ look, isWrong }) => look.spokenText + (isWrong ? ' (wrong)' : '')).join(', ')}`

/** Whether two runs’ values, or those before and after an edit, are next to the same lines. */
export function isSameValues(a: TracedValues | undefined, b: TracedValues | undefined): boolean {
  return (
    a?.lines.length === b?.lines.length &&
    (a?.lines ?? []).every(({ line, cells }, i) => line === b?.lines[i]?.line && cells === b.lines[i]?.cells)
  )
}
