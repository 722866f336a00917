'use client'

import { type ReactNode, useState } from 'react'
import { Bar } from '#app/_components/figure/bar-row.tsx'
import styles from '#app/_components/figure/figure.module.css'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { Matrix } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { maskFrom } from '../mask-from.ts'
import { type Leak, leak, SENTENCE } from './leak.ts'

const FUTURE = maskFrom(SENTENCE.length, SENTENCE.length, (i, j) => j > i)

/** Changes a token and shows which outputs change: all of them without a mask, with the mask only that token’s and later ones. */
export function LeakDetector() {
  const [changed, setChanged] = useState(3)
  const open = leak(changed, false)
  const causal = leak(changed, true)
  const maxChange = Math.max(...open.moved, ...causal.moved)
  return (
    <Figure
      title="Leak detector."
      caption={
        <>
          Token {changed} was changed from “{SENTENCE[changed]}” to “{open.tokens[changed]}”. Each row is a query, each
          column a key; a stronger color means more weight. Every output that depends on token {changed} changes.
        </>
      }
      controls={
        <Segmented
          label="Change token"
          options={SENTENCE.map((label, i) => ({ value: String(i), label }))}
          value={String(changed)}
          onChange={(value) => setChanged(Number(value))}
        />
      }
      legend={
        <Legend
          items={[
            { kind: 'weights', label: 'weight' },
            { kind: 'masked', label: 'masked, score −∞' },
            { kind: 'marked', label: 'changed token' },
          ]}
        />
      }
    >
      <div className={styles.sideBySide}>
        <Side title="No mask" example="an encoder such as BERT" leak={open} {...{ changed, maxChange }} />
        <Side
          title="Causal mask"
          example="a decoder such as GPT"
          leak={causal}
          masked={FUTURE}
          {...{ changed, maxChange }}
        />
      </div>
    </Figure>
  )
}

interface SideProps {
  readonly title: string
  readonly example: string
  readonly leak: Leak
  readonly changed: number
  /** The largest change of an output on either side. */
  readonly maxChange: number
  readonly masked?: readonly (readonly boolean[])[]
}

function Side({ title, example, leak, changed, maxChange, masked }: SideProps) {
  return (
    <div>
      <h3>
        {title} <span>· {example}</span>
      </h3>
      <Matrix
        label={`Attention weights, ${title.toLowerCase()}, and how much each output changed`}
        rows={leak.weights}
        scale="weights"
        rowHeads={leak.tokens}
        colHeads={leak.tokens}
        mark={{ rows: [changed], columns: [changed] }}
        after={{
          head: 'output change',
          cells: leak.moved.map((change, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an output is its index
            <Moved key={i} change={change} maxChange={maxChange} leaks={i < changed} />
          )),
        }}
        {...(masked && { masked })}
      />
      <Readout>{masked ? describeNoLeak(leak, changed) : describeLeak(leak, changed)}</Readout>
    </div>
  )
}

function Moved({
  change,
  maxChange,
  leaks,
}: {
  readonly change: number
  readonly maxChange: number
  readonly leaks: boolean
}) {
  if (change === 0)
    return (
      <span className="quiet">
        <Bar value={0} max={maxChange} tone="quiet" />0 exactly
      </span>
    )
  if (leaks)
    return (
      <b className="wrong">
        <Bar value={change} max={maxChange} tone="wrong" />
        {formatNumber(change, 2, true)} leak
      </b>
    )
  return (
    <span className="quiet">
      <Bar value={change} max={maxChange} tone="quiet" />
      {formatNumber(change, 2, true)}
    </span>
  )
}

function describeLeak({ moved }: Leak, changed: number): ReactNode {
  if (changed === 0) return NOTHING_BEFORE
  const count = moved.slice(0, changed).filter((change) => change > 0).length
  if (count < changed) return `Of the ${changed} outputs before token ${changed}, ${count} changed.`
  return (
    <>
      {changed === 1 ? 'Output 0 comes' : `Outputs 0–${changed - 1} come`} <em>before</em> token {changed} and changed
      all the same: <b>{changed === 1 ? 'it depends' : 'they depend'} on the future.</b>
    </>
  )
}

function describeNoLeak({ moved }: Leak, changed: number): ReactNode {
  if (changed === 0) return NOTHING_BEFORE
  const count = moved.slice(0, changed).filter((change) => change !== 0).length
  if (count > 0) return `Of the ${changed} outputs before token ${changed}, ${count} changed: the mask leaks.`
  return (
    <>
      No score above the diagonal has any weight. {changed === 1 ? 'Output 0 is' : `Outputs 0–${changed - 1} are`} the
      same <b>to the last bit.</b>
    </>
  )
}

const NOTHING_BEFORE = 'No output comes before token 0, so all of them may depend on it. Change a later token.'
