import { getArgs, getParamNames, measureAxes, unwrapArg } from './axes.ts'
import { compareOutcomes, getShape } from './compare.ts'
import { formatStep, toDisplayValue, toJsonNumber } from './display-value.ts'
import { getOutcomes } from './evidence.ts'
import { EXACT_TOLERANCE, type Exercise, type TestCase, type Tolerance } from './exercise.ts'
import { matchTraces } from './match-trace.ts'
import type { RawTrace } from './runner.ts'
import type { Outcome, Script, ScriptResult } from './script.ts'
import type { ActualValue, Matrix } from './value.ts'
import type { Counterexample, DisplayStep, JsonNumber, Trace } from './verdict.ts'

/** An input with both results, as the verdict shows it: the inputs, the steps (or calls), the first wrong cell. */
export function createCounterexample(
  exercise: Exercise,
  of: Pick<TestCase, 'group' | 'label' | 'tolerance'>,
  script: Script,
  result: ScriptResult | undefined,
  raw: readonly RawTrace[] = [],
): { readonly counterexample: Counterexample; readonly traces: readonly Trace[] } {
  const expected = exercise.expected(script, result && getOutcomes({ result }))
  const last = script.length - 1
  const yours = returnedValue(result?.steps[last]?.outcome)
  const want = returnedValue(expected[last])
  const reference = exercise.kind === 'function' || exercise.steps ? (exercise.steps?.(script) ?? []) : []
  const { steps, traces } = matchTraces(reference, raw, toMatrix(yours, reference.at(-1)?.value), of.tolerance)
  const first = findFirstWrong(steps) ?? findFirstDifference(yours, want, of.tolerance)
  return {
    counterexample: {
      label: of.label,
      group: of.group,
      size: describeSize(exercise, script),
      inputs: exercise.kind === 'function' ? inputs(exercise, script) : [],
      calls: exercise.kind === 'class' ? listCalls(script, expected, result, of.tolerance) : [],
      ...(yours !== undefined && { yours: toDisplayValue(yours) }),
      ...(want !== undefined && { expected: toDisplayValue(want) }),
      steps: [...steps],
      ...(first && { first }),
    },
    traces,
  }
}

const returnedValue = (o: Outcome | undefined): ActualValue => (o?.kind === 'returned' ? o.value : undefined)

const inputs = (exercise: Exercise, script: Script): Counterexample['inputs'] => {
  const [step] = script
  return getParamNames(exercise, step).map((name, i) => ({
    name,
    value: toDisplayValue(step ? unwrapArg(getArgs(step)[i]) : undefined),
  }))
}

function listCalls(
  script: Script,
  expected: readonly Outcome[],
  result: ScriptResult | undefined,
  tolerance: Tolerance,
): Counterexample['calls'] {
  return script.map((step, i) => {
    const want = expected[i]
    const got = result?.steps[i]?.outcome
    const wrong =
      want !== undefined &&
      (!got || compareOutcomes(want, got, 'get' in step ? EXACT_TOLERANCE : tolerance) !== undefined)
    const silent = want?.kind === 'returned' && want.value === undefined && !wrong
    return {
      code: formatStep(step),
      ...(got && !silent && { yours: shownOutcome(got) }),
      ...(want && !silent && { expected: shownOutcome(want) }),
      wrong,
    }
  })
}
const shownOutcome = (o: Outcome) =>
  o.kind === 'returned' ? toDisplayValue(o.value) : ({ kind: 'text', text: `throws ${o.error}` } as const)

/** A result as rows of numbers, when it has the shape that the last step has. */
function toMatrix(value: ActualValue, like: Matrix | undefined): Matrix | undefined {
  if (!like || !Array.isArray(value)) return undefined
  const rows = typeof value[0] === 'number' && like.length === 1 ? [value] : value
  const { shape, ragged } = getShape(rows)
  const fits = !ragged && shape.length === 2 && shape[0] === like.length && shape[1] === like[0]?.length
  return fits && rows.every((r) => Array.isArray(r) && r.every((x) => typeof x === 'number'))
    ? (rows as Matrix)
    : undefined
}

function findFirstWrong(steps: readonly DisplayStep[]): Counterexample['first'] {
  for (const step of steps)
    for (const [row, cells] of (step.wrong ?? []).entries()) {
      const column = cells.indexOf(true)
      if (column < 0) continue
      const yours = step.yours?.[row]?.[column]
      const expected = step.expected[row]?.[column]
      if (yours !== undefined && expected !== undefined) return { step: step.name, row, column, yours, expected }
    }
  return undefined
}

/** For exercises without steps: the first wrong number of the result itself. */
function findFirstDifference(yours: ActualValue, want: ActualValue, tolerance: Tolerance): Counterexample['first'] {
  if (yours === undefined || want === undefined) return undefined
  const d = compareOutcomes({ kind: 'returned', value: want }, { kind: 'returned', value: yours }, tolerance)
  if (d?.kind !== 'cells' && d?.kind !== 'nan') return undefined
  const path = d.kind === 'cells' ? d.first.path : d.path
  const indices = path.filter((p) => typeof p === 'number')
  const [row, column] = indices.length === 1 ? [0, indices[0]] : indices.slice(-2)
  const y = getNumberAt(yours, path)
  const e = getNumberAt(want, path)
  if (row === undefined || column === undefined || y === undefined || e === undefined) return undefined
  return { step: 'output', row, column, yours: y, expected: e }
}
function getNumberAt(value: ActualValue, path: readonly (number | string)[]): JsonNumber | undefined {
  let v: unknown = value
  for (const p of path) v = (v as Record<number | string, unknown> | undefined)?.[p]
  return typeof v === 'number' ? toJsonNumber(v) : undefined
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** How each axis is called, in the order in which it is said. */
const AXES: readonly (readonly [letter: string, say: (n: number) => string])[] = [
  ['h', (n) => plural(n, 'head')],
  ['g', (n) => plural(n, 'KV head')],
  ['n', (n) => plural(n, 'token')],
  ['nq', (n) => (n === 1 ? '1 query' : `${n} queries`)],
  ['nk', (n) => plural(n, 'key')],
  ['nQ', (n) => (n === 1 ? '1 query' : `${n} queries`)],
  ['nK', (n) => plural(n, 'key')],
  ['d', (n) => `width ${n}`],
  ['v', (n) => `value width ${n}`],
]

/** “3 tokens, width 1”; a script of calls by how many there are. */
function describeSize(exercise: Exercise, script: Script): string {
  if (exercise.kind === 'class') return plural(script.filter((s) => !('new' in s)).length, 'call')
  const axes = measureAxes(exercise, script)
  return AXES.flatMap(([letter, say]) => {
    const n = axes[letter]
    return n === undefined || (letter === 'v' && n === axes.d) ? [] : [say(n)]
  }).join(', ')
}
