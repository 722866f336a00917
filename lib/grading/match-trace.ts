import type { ReferenceStep, Tolerance } from './exercise.ts'
import type { RawTrace } from './runner.ts'
import { num } from './show.ts'
import type { Matrix } from './value.ts'
import type { Num, ShownStep, Trace } from './verdict.ts'

/**
 * Lays what the learner's code computed beside the reference's steps: by the variable's name, else by its values.
 *
 * Rows that stop early (a causal loop that never looks at the future) are filled up with what the reference has there.
 *
 * @param output  what the learner's code returned, as rows; it is the step called `output`
 */
export function matchTraces(
  steps: readonly ReferenceStep[],
  traces: readonly RawTrace[],
  output: Matrix | undefined,
  tolerance: Tolerance,
): { readonly steps: readonly ShownStep[]; readonly traces: readonly Trace[] } {
  const used = new Map<RawTrace, ShownStep>()
  const shown = steps.map((step, i): ShownStep => {
    const last = i === steps.length - 1
    const trace = last && output ? undefined : find(step, traces, used, tolerance)
    const rows = last && output ? output.map((r) => r.map(num)) : trace && fill(trace.rows, step.value)
    const expected = step.value.map((r) => r.map(num))
    const one: ShownStep = {
      name: step.name,
      how: step.how,
      scale: step.scale,
      expected,
      ...(rows && { yours: rows, wrong: wrongCells(rows, expected, tolerance) }),
      ...(trace && { line: trace.line }),
    }
    if (trace) used.set(trace, one)
    return one
  })
  return { steps: shown, traces: traces.map((t) => asTrace(t, used.get(t))) }
}

function find(
  step: ReferenceStep,
  traces: readonly RawTrace[],
  used: ReadonlyMap<RawTrace, ShownStep>,
  tolerance: Tolerance,
): RawTrace | undefined {
  const names = [step.name, ...(step.aliases ?? [])].map((n) => n.toLowerCase())
  const fits = traces.filter((t) => !used.has(t) && fitsShape(t.rows, step.value))
  const named = fits.filter((t) => names.includes(t.name.toLowerCase()))
  const expected = step.value.map((r) => r.map(num))
  const equal = (t: RawTrace) => !wrongCells(fill(t.rows, step.value), expected, tolerance).flat().includes(true)
  return named.find(equal) ?? named[0] ?? fits.find(equal)
}

/** As many rows, none longer. */
const fitsShape = (rows: readonly (readonly Num[])[], want: Matrix): boolean =>
  rows.length === want.length && rows.every((r, i) => r.length > 0 && r.length <= (want[i]?.length ?? 0))

const fill = (rows: readonly (readonly Num[])[], want: Matrix): Num[][] =>
  rows.map((r, i) => [...r, ...(want[i] ?? []).slice(r.length).map(num)])

function wrongCells(
  yours: readonly (readonly Num[])[],
  expected: readonly (readonly Num[])[],
  { atol, rtol }: Tolerance,
): boolean[][] {
  return yours.map((row, i) =>
    row.map((x, j) => {
      const want = expected[i]?.[j]
      if (typeof x !== 'number' || typeof want !== 'number') return x !== want
      return !(Math.abs(x - want) <= atol + rtol * Math.abs(want))
    }),
  )
}

function asTrace(trace: RawTrace, step: ShownStep | undefined): Trace {
  const weights =
    step?.scale === 'weights' ||
    (!step && trace.rows.every((r) => r.every((x) => typeof x === 'number' && x >= 0 && x <= 1) && sumsToOne(r)))
  return {
    name: trace.name,
    line: trace.line,
    rows: trace.rows,
    scale: weights ? 'weights' : 'signed',
    ...(step?.wrong && { wrong: step.wrong.map((r, i) => r.slice(0, trace.rows[i]?.length)) }),
  }
}
const sumsToOne = (row: readonly Num[]): boolean => {
  const sum = row.reduce<number>((s, x) => s + Number(x), 0)
  return Math.abs(sum - 1) < 1e-6 || sum === 0
}
