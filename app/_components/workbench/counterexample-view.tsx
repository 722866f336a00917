import type { ReactNode } from 'react'
import type { Counterexample, DisplayValue, JsonNumber, Verdict } from '#lib/grading/verdict.ts'
import { formatNumber } from '../figure/format.ts'
import callStyles from './call-list.module.css'
import { compareSteps } from './compared-steps.ts'
import styles from './counterexample.module.css'
import { StepGrid } from './step-grid.tsx'

interface CounterexampleViewProps {
  readonly counterexample: Counterexample
  readonly tolerance: Verdict['tolerance']
}

/** The smallest failing input: what went in, each step, and the first cell that is wrong. */
export function CounterexampleView({ counterexample, tolerance }: CounterexampleViewProps) {
  const steps = compareSteps(counterexample, tolerance)
  return (
    <div className={styles.counterexample}>
      <div className={`cluster ${styles.head}`}>
        <h4 className="h-ui">The smallest failing input{counterexample.size && `: ${counterexample.size}`}</h4>
        {counterexample.inputs.length > 0 && (
          <p className={`cluster ${styles.inputs}`}>
            {counterexample.inputs.map(({ name, value }) => (
              <span key={name}>
                {name} = <ShownText value={value} />
              </span>
            ))}
          </p>
        )}
      </div>
      <CallList calls={counterexample.calls} />
      {steps.length === 0 && counterexample.calls.length === 0 && <PlainResults counterexample={counterexample} />}
      {steps.some((step) => step.yours) && (
        <StepGrid counterexample={counterexample} steps={steps} tolerance={tolerance} />
      )}
    </div>
  )
}

function PlainResults({ counterexample }: { readonly counterexample: Counterexample }) {
  return (
    <dl className={`ruled ${styles.plain}`}>
      <div>
        <dt>Yours</dt>
        <dd>{counterexample.yours ? <ShownText value={counterexample.yours} /> : 'nothing was returned'}</dd>
      </div>
      {counterexample.expected && (
        <div>
          <dt>Expected</dt>
          <dd>
            <ShownText value={counterexample.expected} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** The calls of a class exercise as lines of code, each with what it gave and, where it is wrong, what it should give. */
function CallList({ calls }: { readonly calls: Counterexample['calls'] }) {
  if (calls.length === 0) return null
  return (
    <ol className={`ruled ${callStyles.calls}`} aria-label="Calls">
      {calls.map((call, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a call is its place in the script
        <li key={i} className={`cluster ${call.wrong ? callStyles.wrong : ''}`}>
          <code translate="no">
            {call.wrong && <span aria-hidden="true">✕ </span>}
            {call.code}
          </code>
          {call.wrong ? (
            <span className={`cluster ${callStyles.results}`}>
              <span>
                yours <b>{call.yours ? <ShownText value={call.yours} /> : 'not reached'}</b>
              </span>
              <span>expected {call.expected ? <ShownText value={call.expected} /> : 'nothing'}</span>
            </span>
          ) : (
            call.yours && (
              <span className={`cluster ${callStyles.results}`}>
                <span className="faint">
                  gave <ShownText value={call.yours} />
                </span>
              </span>
            )
          )}
        </li>
      ))}
    </ol>
  )
}

/** A value on one line, as mathematics has it: a vector `[1 2 1]`, a column `[1 2 1]ᵀ`, rows `[1 2; 3 4]`. */
function ShownText({ value }: { readonly value: DisplayValue }): ReactNode {
  return <span translate="no">{format(value)}</span>
}

function format(value: DisplayValue): ReactNode {
  switch (value.kind) {
    case 'number':
      return formatPlain(value.value)
    case 'text':
      return value.text
    case 'matrix':
      return renderRows(
        value.rows.map((row) => row.map(formatPlain)),
        value.vector,
      )
    case 'mask':
      return renderRows(
        value.rows.map((row) => row.map((isVisible) => (isVisible ? '1' : '0'))),
        value.vector,
      )
  }
}

const formatPlain = (value: JsonNumber): string => formatNumber(value, 3).replaceAll(',', '')

function renderRows(cells: readonly (readonly string[])[], vector: boolean): ReactNode {
  if (vector) return `[${cells[0]?.join(' ') ?? ''}]`
  if (cells.length > 1 && cells.every((row) => row.length === 1))
    return (
      <>
        [{cells.map(([cell]) => cell).join(' ')}]<sup>T</sup>
      </>
    )
  return `[${cells.map((row) => row.join(' ')).join('; ')}]`
}
