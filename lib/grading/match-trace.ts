import { toJsonNumber } from './display-value.ts'
import type { ReferenceStep, Tolerance } from './exercise.ts'
import type { RawTrace } from './runner.ts'
import type { Matrix } from './value.ts'
import type { DisplayStep, JsonNumber, Trace } from './verdict.ts'

/**
 * Matches what the learner's code computed with the reference's steps, by the variable's name or else by its values.
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
): { readonly steps: readonly DisplayStep[]; readonly traces: readonly Trace[] } {
  const stepByTrace = new Map(traces.map((t) => [t, findStep(t, steps, traces, tolerance)]))
  const used = new Map<RawTrace, DisplayStep>()
  const displaySteps = steps.map((step, i): DisplayStep => {
    const returned = i === steps.length - 1 ? output : undefined
    const trace = returned ? undefined : find(step)
    const rows = returned ? returned.map((r) => r.map(toJsonNumber)) : trace && fill(trace.rows, step.value)
    const expected = step.value.map((r) => r.map(toJsonNumber))
    const one: DisplayStep = {
      name: step.name,
      how: step.how,
      scale: step.scale,
      expected,
      ...(rows && { yours: rows, wrong: compareCells(rows, step.value, tolerance) }),
      ...(trace && { line: trace.line }),
    }
    if (trace) used.set(trace, one)
    return one
  })
  return { steps: displaySteps, traces: traces.map((t) => toTrace(t, used.get(t))) }

  function find(step: ReferenceStep): RawTrace | undefined {
    const fits = traces.filter((t) => !used.has(t) && fitsShape(t.rows, step.value))
    const equal = (t: RawTrace) => !isWrong(findWrongCells(t, step, tolerance))
    const stepTraces = fits.filter((t) => stepByTrace.get(t) === step)
    return stepTraces.find(equal) ?? stepTraces[0] ?? fits.find((t) => !stepByTrace.get(t) && equal(t))
  }
}

/**
 * The step that a variable's name means. A line that does two steps at once often has the name of the first: where it
 * differs from that step only in cells that the next step changes, it is the next step, done in another way.
 */
function findStep(
  trace: RawTrace,
  steps: readonly ReferenceStep[],
  traces: readonly RawTrace[],
  tolerance: Tolerance,
): ReferenceStep | undefined {
  const k = steps.findIndex((s) => isCalled(trace, s))
  const step = steps[k]
  const next = steps[k + 1]
  if (!step || !next || !fitsShape(trace.rows, step.value) || !fitsShape(trace.rows, next.value)) return step
  if (traces.some((t) => isCalled(t, next))) return step
  const wrong = findWrongCells(trace, step, tolerance)
  const changes = compareCells(
    step.value.map((r) => r.map(toJsonNumber)),
    next.value,
    tolerance,
  )
  const onlyThere = wrong.every((row, i) => row.every((w, j) => !w || changes[i]?.[j]))
  return isWrong(wrong) && onlyThere ? next : step
}

const isCalled = (trace: RawTrace, step: ReferenceStep): boolean =>
  [step.name, ...(step.aliases ?? [])].some((n) => n.toLowerCase() === trace.name.toLowerCase())

const findWrongCells = (trace: RawTrace, step: ReferenceStep, tolerance: Tolerance): boolean[][] =>
  compareCells(fill(trace.rows, step.value), step.value, tolerance)

const isWrong = (cells: readonly (readonly boolean[])[]): boolean => cells.some((row) => row.includes(true))

/** As many rows, none longer. */
const fitsShape = (rows: readonly (readonly JsonNumber[])[], want: Matrix): boolean =>
  rows.length === want.length && rows.every((r, i) => r.length > 0 && r.length <= (want[i]?.length ?? 0))

const fill = (rows: readonly (readonly JsonNumber[])[], want: Matrix): JsonNumber[][] =>
  rows.map((r, i) => [...r, ...(want[i] ?? []).slice(r.length).map(toJsonNumber)])

function compareCells(
  yours: readonly (readonly JsonNumber[])[],
  expected: Matrix,
  { atol, rtol }: Tolerance,
): boolean[][] {
  return yours.map((row, i) =>
    row.map((x, j) => {
      const want = toJsonNumber(expected[i]?.[j] ?? Number.NaN)
      if (typeof x !== 'number' || typeof want !== 'number') return x !== want
      return !(Math.abs(x - want) <= atol + rtol * Math.abs(want))
    }),
  )
}

function toTrace(trace: RawTrace, step: DisplayStep | undefined): Trace {
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
const sumsToOne = (row: readonly JsonNumber[]): boolean => {
  const sum = row.reduce<number>((s, x) => s + Number(x), 0)
  return Math.abs(sum - 1) < 1e-6 || sum === 0
}
