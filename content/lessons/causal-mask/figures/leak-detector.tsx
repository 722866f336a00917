'use client'

import { type ReactNode, useState } from 'react'
import { Bar } from '#lib/figure/bar-row.tsx'
import { Figure } from '#lib/figure/figure.tsx'
import { formatNumber } from '#lib/figure/format.ts'
import { Legend } from '#lib/figure/legend.tsx'
import { Matrix } from '#lib/figure/matrix.tsx'
import { Readout } from '#lib/figure/readout.tsx'
import { Segmented } from '#lib/figure/segmented.tsx'
import { maskFrom } from '../mask-from.ts'
import { type Leak, leak, SENTENCE } from './leak.ts'

const FUTURE = maskFrom(SENTENCE.length, SENTENCE.length, (i, j) => j > i)

/** Changes a token and shows which outputs move: all of them without a mask, only later ones with it. */
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
          Token {changed} was changed from “{SENTENCE[changed]}” to “{open.tokens[changed]}”. A row is a query, a column
          a key; stronger colour is more weight. Whatever depends on token {changed} moves.
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
      <div className="side-by-side">
        <Side title="No mask" as="an encoder, as BERT" it={open} {...{ changed, furthest }} />
        <Side title="Causal mask" as="a decoder, as GPT" it={causal} masked={FUTURE} {...{ changed, furthest }} />
      </div>
    </Figure>
  )
}

interface SideProps {
  readonly title: string
  readonly as: string
  readonly it: Leak
  readonly changed: number
  /** The longest way that an output moved on either side. */
  readonly furthest: number
  readonly masked?: readonly (readonly boolean[])[]
}

function Side({ title, as, it, changed, furthest, masked }: SideProps) {
  return (
    <div>
      <h3>
        {title} <span>· {as}</span>
      </h3>
      <Matrix
        label={`Attention weights, ${title.toLowerCase()}, and how far each output moved`}
        rows={it.weights}
        scale="weights"
        rowHeads={it.tokens}
        colHeads={it.tokens}
        mark={{ rows: [changed], columns: [changed] }}
        after={{
          head: 'output moved',
          cells: it.moved.map((by, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an output is its index
            <Moved key={i} by={by} furthest={furthest} leaks={i < changed} />
          )),
        }}
        {...(masked && { masked })}
      />
      <Readout>{masked ? held(it, changed) : leaked(it, changed)}</Readout>
    </div>
  )
}

function Moved({ by, furthest, leaks }: { readonly by: number; readonly furthest: number; readonly leaks: boolean }) {
  if (by === 0)
    return (
      <span className="quiet text-ink-2">
        <Bar value={0} max={furthest} />0 exactly
      </span>
    )
  return (
    <span className={leaks ? 'wrong font-semibold text-wrong' : 'quiet'}>
      <Bar value={by} max={furthest} />
      {formatNumber(by, 2, true)}
      {leaks && ' leak'}
    </span>
  )
}

function leaked({ moved }: Leak, changed: number): ReactNode {
  if (changed === 0) return NOTHING_BEFORE
  const count = moved.slice(0, changed).filter((by) => by > 0).length
  if (count < changed) return `Of ${changed} outputs before the change ${count} moved.`
  return (
    <>
      {changed === 1 ? 'Output 0 stands' : `Outputs 0–${changed - 1} stand`} <em>before</em> the change and moved all
      the same: <b>{changed === 1 ? 'it reads' : 'they read'} the future.</b>
    </>
  )
}

function held({ moved }: Leak, changed: number): ReactNode {
  if (changed === 0) return NOTHING_BEFORE
  const count = moved.slice(0, changed).filter((by) => by !== 0).length
  if (count > 0) return `Of ${changed} outputs before the change ${count} moved: the mask leaks.`
  return (
    <>
      Above the diagonal no path is left. {changed === 1 ? 'Output 0 is' : `Outputs 0–${changed - 1} are`} the same{' '}
      <b>to the last bit.</b>
    </>
  )
}

const NOTHING_BEFORE = 'No output stands before token 0, so all of them may depend on it. Change a later token.'
