'use client'

import { type CSSProperties, type ReactNode, useState } from 'react'
import { Bar } from '#app/_components/figure/bar-row.tsx'
import { Figure, FigureScroll } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { Matrix, type MatrixRows } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import styles from './two-sequences.module.css'
import { type CrossSteps, crossSteps, type SideChange } from './two-sides.ts'

/** All signed cells share one scale. */
const MAX = 2.5

/** Queries from a French target, keys and values from an English source: change either side and see what moves. */
export function TwoSequences() {
  const [target, setTarget] = useState<SideChange>('none')
  const [source, setSource] = useState<SideChange>('none')
  const steps = crossSteps(target, source)
  const [nX, nY] = [steps.target.length, steps.source.length]
  const maxMoved = Math.max(...steps.moved.map((by) => by ?? 0))
  return (
    <Figure
      title="Two sequences."
      caption={
        <>
          X, the target, provides the queries; Y, the source, provides keys and values. X has width 3, Y has width 4,
          and all numbers are set by hand. Changes are measured against the first state, “le chat” and “the cat sleeps
          here”. Bold words are new. Here each row of Y depends only on its own word; in a real encoder it depends on
          the whole source.
        </>
      }
      controls={
        <>
          <Segmented
            label="Target X"
            options={[
              { value: 'none', label: 'as is' },
              { value: 'replaced', label: 'chat → chien' },
              { value: 'added', label: '+ dort' },
            ]}
            value={target}
            onChange={setTarget}
          />
          <Segmented
            label="Source Y"
            options={[
              { value: 'none', label: 'as is' },
              { value: 'replaced', label: 'cat → dog' },
              { value: 'added', label: '+ now' },
            ]}
            value={source}
            onChange={setSource}
          />
        </>
      }
      legend={
        <Legend
          items={[
            { kind: 'weights', label: 'weight' },
            { kind: 'signed', max: MAX, label: 'other numbers' },
          ]}
        />
      }
    >
      <div className={styles.sides}>
        <div className={styles.side} style={rows(3)}>
          <h3>
            Q = X · W<sub>Q</sub> <span>· {nX} × 3</span>
          </h3>
          <Signed label="Queries, from the target" rows={steps.queries} words={steps.target} fresh={steps.newQueries} />
        </div>
        <div className={styles.side} style={rows(5)}>
          <h3>
            K = Y · W<sub>K</sub> <span>· {nY} × 3</span>
          </h3>
          <Signed label="Keys, from the source" rows={steps.keys} words={steps.source} fresh={steps.newKeys} />
        </div>
        <div className={styles.side} style={rows(5)}>
          <h3>
            V = Y · W<sub>V</sub> <span>· {nY} × 2</span>
          </h3>
          <Signed label="Values, from the source" rows={steps.values} words={steps.source} fresh={steps.newKeys} />
        </div>
      </div>
      <div className={styles.weights}>
        <h3>
          Weights{' '}
          <span>
            · {nX} × {nY}
          </span>
        </h3>
        <FigureScroll>
          <Matrix
            label="Attention weights, and how much each output changed"
            rows={steps.weights}
            scale="weights"
            rowHeads={steps.target}
            colHeads={steps.source}
            mark={{ rows: steps.newQueries }}
            after={{
              head: 'output change',
              cells: steps.moved.map((by, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an output is its index
                <Moved key={i} by={by} max={maxMoved} />
              )),
            }}
          />
        </FigureScroll>
      </div>
      <div className={styles.result}>
        <Readout>{describeChange(steps)}</Readout>
      </div>
    </Figure>
  )
}

/** The most rows that a matrix can have: it keeps their height. */
const rows = (count: number): CSSProperties => ({ '--rows': count }) as CSSProperties

interface SignedProps {
  readonly label: string
  readonly rows: MatrixRows
  readonly words: readonly string[]
  /** Rows that are new or changed. */
  readonly fresh: readonly number[]
}

function Signed({ label, rows, words, fresh }: SignedProps) {
  return (
    <Matrix label={label} rows={rows} scale="signed" max={MAX} digits={1} rowHeads={words} mark={{ rows: fresh }} />
  )
}

/** How far an output moved; undefined for a new row. */
function Moved({ by, max }: { readonly by: number | undefined; readonly max: number }) {
  if (by === undefined) return <b>new row</b>
  return (
    <span className="quiet">
      <Bar value={by} max={max} tone={by === 0 ? 'quiet' : 'accent'} />
      {by === 0 ? '0 exactly' : formatNumber(by, 2, true)}
    </span>
  )
}

function describeChange({ target, source, moved, newQueries, newKeys }: CrossSteps): ReactNode {
  const old = moved.filter((by) => by !== undefined)
  const changed = old.filter((by) => by > 0).length
  if (newQueries.length === 0 && newKeys.length === 0)
    return (
      <>
        {target.length} queries attend to {source.length} keys, so there are{' '}
        <b>
          {target.length} × {source.length} scores and {target.length} output rows
        </b>
        . The lengths need not match.
      </>
    )
  const effect =
    newKeys.length === 0 ? (
      <>
        <b>All keys and values stay as they are</b>, so no other row changes.
      </>
    ) : (
      <>
        <b>Every query attends to every source word</b>, so every output depends on the change.
      </>
    )
  return (
    <>
      To compute: {count(newQueries.length, 'query', 'queries')} and{' '}
      {count(newKeys.length, 'key–value pair', 'key–value pairs')}. Of the {old.length} outputs that were there before,{' '}
      {changed === 0 ? 'none' : changed} changed. {effect}
    </>
  )
}

const count = (n: number, singular: string, plural: string): string =>
  `${n === 0 ? 'no' : n} ${n === 1 ? singular : plural}`
