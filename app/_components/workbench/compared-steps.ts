import type { Counterexample, DisplayValue, JsonNumber, Verdict } from '#lib/grading/verdict.ts'
import type { MatrixScale } from '../figure/cell-look.ts'
import type { MatrixRows } from '../figure/matrix.tsx'

/** One step of the computation as two matrices side by side. */
export interface ComparedStep {
  readonly name: string
  readonly how: string
  readonly scale: MatrixScale
  readonly yours?: MatrixRows
  readonly expected: MatrixRows
  readonly wrong?: readonly (readonly boolean[])[]
}

/**
 * The steps to draw. A result whose shape differs from the reference's is shown as it is; an exercise without steps has
 * one, its result. Nothing where a matrix would say nothing.
 */
export function compareSteps(counterexample: Counterexample, tolerance: Verdict['tolerance']): readonly ComparedStep[] {
  if (counterexample.steps.length === 0) return resultStep(counterexample, tolerance)
  const last = counterexample.steps.length - 1
  return counterexample.steps.map((step, i): ComparedStep => {
    const { name, how, scale, expected } = step
    if (step.yours) return { name, how, scale, expected, yours: step.yours, ...(step.wrong && { wrong: step.wrong }) }
    const rows = i === last ? toDrawableRows(counterexample.yours) : undefined
    return { name, how, scale, expected, ...(rows && { yours: rows }) }
  })
}

/** Whether an input shows something that is wrong, or is only the example that was traced. */
export function isDifferent(counterexample: Counterexample): boolean {
  return (
    counterexample.first !== undefined ||
    counterexample.calls.some((call) => call.wrong) ||
    counterexample.steps.some((step) => step.wrong?.flat().includes(true)) ||
    JSON.stringify(counterexample.yours) !== JSON.stringify(counterexample.expected)
  )
}

/** The most columns of cells that fit next to each other in the verdict. */
const MAX_COLUMNS_ABREAST = 10

/**
 * Whether steps are one above the other, yours next to expected, although the verdict is wide: they don’t fit next to
 * each other, and need less room that way.
 */
export function shouldStack(steps: readonly ComparedStep[]): boolean {
  const widths = steps.map(({ yours = [], expected }) =>
    Math.max(0, ...[...yours, ...expected].map(({ length }) => length)),
  )
  const abreast = widths.reduce((sum, width) => sum + width, 0)
  return abreast > MAX_COLUMNS_ABREAST && 2 * Math.max(...widths) < abreast
}

function resultStep({ yours, expected }: Counterexample, tolerance: Verdict['tolerance']): readonly ComparedStep[] {
  const want = toDrawableRows(expected)
  if (!expected || !want) return []
  const got = toDrawableRows(yours)
  const scale = expected.kind === 'mask' ? 'mask' : 'signed'
  return [
    {
      name: 'output',
      how: 'what your code returned',
      scale,
      expected: want,
      ...(got && { yours: got, wrong: findWrongCells(got, want, tolerance) }),
    },
  ]
}

const toDrawableRows = (value: DisplayValue | undefined): MatrixRows | undefined =>
  value?.kind === 'matrix' || value?.kind === 'mask' ? value.rows : undefined

function findWrongCells(yours: MatrixRows, expected: MatrixRows, tolerance: Verdict['tolerance']): boolean[][] {
  return yours.map((row, i) => row.map((cell, j) => !close(cell, expected[i]?.[j], tolerance)))
}

function close(
  got: JsonNumber | boolean,
  want: JsonNumber | boolean | undefined,
  { atol, rtol }: Verdict['tolerance'],
): boolean {
  if (typeof got !== 'number' || typeof want !== 'number') return got === want
  return Math.abs(got - want) <= atol + rtol * Math.abs(want)
}
