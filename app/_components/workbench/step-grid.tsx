import type { CSSProperties, ReactNode } from 'react'
import type { Counterexample, Verdict } from '#lib/grading/verdict.ts'
import type { MatrixScale } from '../figure/cell-look.ts'
import { Legend, type LegendItem } from '../figure/legend.tsx'
import { findLargest, Matrix } from '../figure/matrix.tsx'
import { type ComparedStep, shouldStack } from './compared-steps.ts'
import styles from './counterexample.module.css'
import { InlineText } from './inline-text.tsx'
import { describeWrongCell, tolerancePower } from './verdict-text.ts'

interface StepGridProps {
  readonly counterexample: Counterexample
  readonly tolerance: Verdict['tolerance']
  readonly steps: readonly ComparedStep[]
}

/** The steps of the computation, yours above the expected ones (side by side if they are narrow). */
export function StepGrid({ counterexample: of, steps, tolerance }: StepGridProps) {
  const first = of.first && describeWrongCell(of.first)
  const max = createSignedMax(steps)
  const heads = steps.some((step, i) => i === 0 && Math.max(step.expected.length, step.yours?.length ?? 0) > 1)
  const queries = of.inputs.some(({ name }) => name === 'Q')
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label="Yours and expected, step by step">
        <div
          className={[
            styles.steps,
            !heads && styles.headless,
            steps.length < 3 && styles.few,
            shouldStack(steps) && styles.stacked,
          ]
            .filter(Boolean)
            .join(' ')}
          style={{ '--steps': steps.length } as CSSProperties}
        >
          <span className={`${styles.who} ${styles.yours}`} style={gridPosition(0, 1)}>
            Yours
          </span>
          <span className={styles.who} style={gridPosition(0, 2)}>
            Expected
          </span>
          {steps.map((step, i) => (
            <Step key={step.name} step={step} at={i + 1} max={max(step)} first={of.first} queries={queries} />
          ))}
        </div>
      </section>
      {first && (
        <p className={styles.leader}>
          <b>{first.where}</b> {first.what}
        </p>
      )}
      <div className={styles.legend}>
        <Legend items={legend(steps, max, tolerance)} />
      </div>
    </>
  )
}

interface StepProps {
  readonly step: ComparedStep
  readonly at: number
  readonly max: number
  readonly first: Counterexample['first']
  readonly queries: boolean
}

function Step({ step, at, max, first, queries }: StepProps) {
  const hot = first?.step === step.name
  const heads = (rows: readonly unknown[]): ReactNode[] | undefined =>
    at === 1 && rows.length > 1 ? rows.map((_, i) => formatRowHead(i, queries)) : undefined
  const matrix = (who: 'Yours' | 'Expected', rows: ComparedStep['expected']) => (
    <Matrix
      label={`${who}: ${step.name}`}
      rows={rows}
      scale={step.scale}
      max={max}
      {...optional('rowHeads', heads(rows))}
      {...(who === 'Yours' && { ...optional('wrong', step.wrong), ...(hot && first && { first }) })}
      className={styles.matrix}
      style={gridPosition(at, who === 'Yours' ? 1 : 2)}
    />
  )
  return (
    <>
      <span className={hot ? `${styles.name} ${styles.hot}` : styles.name} style={gridPosition(at)}>
        {step.name}
        <small>{hot ? 'differs first here' : <InlineText text={step.how} />}</small>
      </span>
      {step.yours ? (
        matrix('Yours', step.yours)
      ) : (
        <span className={styles.unseen} style={gridPosition(at, 1)}>
          not assigned to a variable
        </span>
      )}
      {matrix('Expected', step.expected)}
    </>
  )
}

function formatRowHead(i: number, queries: boolean): ReactNode {
  return queries ? (
    <>
      q<sub>{i}</sub>
    </>
  ) : (
    i
  )
}

const gridPosition = (step: number, who?: 1 | 2): CSSProperties =>
  ({ '--s': step, ...(who !== undefined && { '--w': who }) }) as CSSProperties

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }

/** One maximum for what is compared with each other: the scores among themselves, the output by itself. */
function createSignedMax(steps: readonly ComparedStep[]): (step: ComparedStep) => number {
  const findMax = (some: readonly ComparedStep[]) =>
    findLargest(...some.flatMap(({ yours, expected }) => [yours ?? [], expected]))
  const signed = steps.filter(({ scale }) => scale === 'signed')
  const last = steps.at(-1)
  const inner = findMax(signed.filter((step) => step !== last))
  const outer = last ? findMax([last]) : 1
  return (step) => (step === last ? outer : inner)
}

function legend(
  steps: readonly ComparedStep[],
  max: (step: ComparedStep) => number,
  { atol, rtol }: Verdict['tolerance'],
): readonly LegendItem[] {
  const signed = steps.filter(({ scale }) => scale === 'signed')
  const maxima = new Map([...signed].reverse().map((step) => [max(step), step.name]))
  const has = (scale: MatrixScale) => steps.some((step) => step.scale === scale)
  return [
    ...[...maxima]
      .reverse()
      .map(([m, name]): LegendItem => ({ kind: 'signed', max: m, ...(maxima.size > 1 && { label: name }) })),
    ...(has('weights') ? [{ kind: 'weights' } as const] : []),
    ...(has('mask') ? [{ kind: 'masked', label: 'false, hidden' } as const] : []),
    { kind: 'wrong', label: has('mask') || (atol === 0 && rtol === 0) ? 'differs' : <Tolerance {...{ atol, rtol }} /> },
  ]
}

function Tolerance({ atol, rtol }: Verdict['tolerance']) {
  return (
    <b className={styles.tolerance}>
      differs by more than <Power value={atol} />
      {rtol > 0 && (
        <>
          {' '}
          + <Power value={rtol} /> of the expected value
        </>
      )}
    </b>
  )
}

function Power({ value }: { readonly value: number }) {
  const { factor, exponent } = tolerancePower(value)
  return (
    <>
      {factor !== 1 && `${factor}·`}10<sup>{String(exponent).replace('-', '−')}</sup>
    </>
  )
}
