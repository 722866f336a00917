import type { BrowserVerdict, JsonNumber, Trace } from '#lib/grading/verdict.ts'
import { toNumber } from '../figure/format.ts'
import type { Spark, SparkCell } from './editor-marks.ts'

const WIDEST = 12

/**
 * The cells beside the traced lines: of every array that is a step of the reference (of all, where none is) the row that
 * failed first (row 0 where nothing did), with a word above the first of them.
 */
export function sparks(verdict: BrowserVerdict): readonly Spark[] {
  const row = verdict.counterexample?.first?.row ?? 0
  const latest = new Map<number, Trace>() // two arrays made in one line: the later one is shown
  const steps = verdict.traces.filter((trace) => trace.wrong)
  for (const trace of steps.length > 0 ? steps : verdict.traces) latest.set(trace.line, trace)
  const cells = [...latest.values()].flatMap((trace): Spark[] => {
    const at = Math.min(row, trace.rows.length - 1)
    const values = trace.rows[at]
    if (!values || values.length === 0 || values.length > WIDEST) return []
    const max = Math.max(...trace.rows.flat().map(magnitude), 0) || 1
    return [
      { line: trace.line, cells: values.map((value, j) => cell(value, trace, max, trace.wrong?.[at]?.[j] ?? false)) },
    ]
  })
  const first = Math.min(...cells.map((spark) => spark.line))
  const above = first - 1
  if (cells.length === 0 || above < 1) return cells
  const input = verdict.outcome === 'failed' ? 'the failing input' : 'the worked example'
  return [{ line: above, words: `row ${row} of ${input}` }, ...cells]
}

function cell(value: JsonNumber, trace: Trace, max: number, wrong: boolean): SparkCell {
  const x = toNumber(value)
  const mark = wrong ? { wrong } : {}
  if (x === Number.NEGATIVE_INFINITY) return { masked: true, ...mark }
  if (!Number.isFinite(x)) return { broken: true, ...mark }
  return trace.scale === 'weights' ? { weight: Math.min(1, Math.max(0, x)), ...mark } : { signed: x / max, ...mark }
}

function magnitude(value: JsonNumber): number {
  const x = Math.abs(toNumber(value))
  return Number.isFinite(x) ? x : 0
}
