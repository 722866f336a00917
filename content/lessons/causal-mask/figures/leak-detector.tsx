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
  const furthest = Math.max(...open.moved, ...causal.moved)
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
        <Side title="No mask" as="an encoder such as BERT" leak={open} {...{ changed, furthest }} />
        <Side title="Causal mask" as="a decoder such as GPT" leak={causal} masked={FUTURE} {...{ changed, furthest }} />
      </div>
    </Figure>
  )
}

interface SideProps {
  readonly title: string
  readonly as: string
  readonly leak: Leak
  readonly changed: number
  /** The largest change of an output on either side. */
  readonly furthest: number
  readonly masked?: readonly (readonly boolean[])[]
}

function Side({ title, as, leak, changed, furthest, masked }: SideProps) {
  return (
    <div>
      <h3>
        {title} <span>· {as}</span>
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
          cells: leak.moved.map((by, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an output is its index
            <Moved key={i} by={by} furthest={furthest} leaks={i < changed} />
          )),
        }}
        {...(masked && { masked })}
      />
      <Readout>{masked ? held(leak, changed) : leaked(leak, changed)}</Readout>
    </div>
  )
}

function Moved({ by, furthest, leaks }: { readonly by: number; readonly furthest: number; readonly leaks: boolean }) {
  if (by === 0)
    return (
      <span className="quiet">
        <Bar value={0} max={furthest} tone="quiet" />0 exactly
      </span>
    )
  if (leaks)
    return (
      <b className="wrong">
        <Bar value={by} max={furthest} tone="wrong" />
        {formatNumber(by, 2, true)} leak
      </b>
    )
  return (
    <span className="quiet">
      <Bar value={by} max={furthest} tone="quiet" />
      {formatNumber(by, 2, true)}
    </span>
  )
}

function leaked({ moved }: Leak, changed: number): ReactNode {
  if (changed === 0) return NOTHING_BEFORE
  const count = moved.slice(0, changed).filter((by) => by > 0).length
  if (count < changed) return `Of the ${changed} outputs before token ${changed}, ${count} changed.`
  return (
    <>
      {changed === 1 ? 'Output 0 comes' : `Outputs 0–${changed - 1} come`} <em>before</em> token {changed} and changed
      all the same: <b>{changed === 1 ? 'it depends' : 'they depend'} on the future.</b>
    </>
  )
}

function held({ moved }: Leak, changed: number): ReactNode {
  if (changed === 0) return NOTHING_BEFORE
  const count = moved.slice(0, changed).filter((by) => by !== 0).length
  if (count > 0) return `Of the ${changed} outputs before token ${changed}, ${count} changed: the mask leaks.`
  return (
    <>
      No score above the diagonal has any weight. {changed === 1 ? 'Output 0 is' : `Outputs 0–${changed - 1} are`} the
      same <b>to the last bit.</b>
    </>
  )
}

const NOTHING_BEFORE = 'No output comes before token 0, so all of them may depend on it. Change a later token.'
