'use client'

import { useMemo, useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure, FigureScroll, SideBySide } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'
import { Matrix } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import styles from './decode-with-and-without.module.css'
import { type DecodeStep, decodeSteps, TOKENS, total, WIDTH } from './decode-work.ts'

const SEED = 3

/** One token of a text with a cache and without, each multiply-add counted. */
export function DecodeWithAndWithout() {
  const [t, setT] = useState(5)
  const steps = useMemo(() => decodeSteps(SEED), [])
  const step = steps[t]
  if (!step) return null
  return (
    <Figure
      title="Decode."
      caption={
        <>
          One layer with one head of width {WIDTH} processes a text of {TOKENS.length} tokens. The newest token is{' '}
          {t === 0 ? 'the first' : `number ${t}`}, “{TOKENS[t]}”. Each row is a query that is computed in this step,
          each column a key that it reads; a stronger color means more weight. “K and V again” would be enough in a
          single layer; in a deep model the layers above need the whole prefix.
        </>
      }
      controls={
        <Slider
          label="Newest token"
          min={0}
          max={TOKENS.length - 1}
          value={t}
          onChange={setT}
          format={(i) => `${i}, “${TOKENS[i]}”`}
        />
      }
      legend={
        <Legend
          items={[
            { kind: 'weights', label: 'weight' },
            { kind: 'masked', label: 'masked' },
          ]}
        />
      }
    >
      <SideBySide>
        <Side
          name="Without a cache"
          how="all tokens so far, again"
          rows={step.weights}
          first={0}
          work={step.prefixAgain}
          most={total(step.prefixAgain)}
        />
        <Side
          name="With a cache"
          how="one token and the cache"
          rows={[step.row]}
          first={t}
          work={step.cached}
          most={total(step.prefixAgain)}
        />
      </SideBySide>
      <Result steps={steps} t={t} />
      <Growth steps={steps} t={t} />
    </Figure>
  )
}

interface SideProps {
  readonly name: string
  readonly how: string
  readonly rows: DecodeStep['weights']
  /** The token of the first row. */
  readonly first: number
  readonly work: DecodeStep['cached']
  /** Multiply-adds that fill a bar. */
  readonly most: number
}

function Side({ name, how, rows, first, work, most }: SideProps) {
  const count = rows.at(-1)?.length ?? 0
  const heads = TOKENS.map((_, i) => String(i))
  return (
    <div>
      <h3>
        {name} <span>· {how}</span>
      </h3>
      <FigureScroll>
        <Matrix
          label={`Attention weights computed in this step, ${name.toLowerCase()}`}
          rows={rows}
          scale="weights"
          rowHeads={TOKENS.slice(first)}
          colHeads={heads.slice(0, count)}
          masked={rows.map((row, i) => row.map((_, j) => j > i + first))}
        />
      </FigureScroll>
      <div className={styles.work}>
        <BarRow label="Projections" value={work.projections} max={most} text={formatNumber(work.projections)} />
        <BarRow label="Attention" value={work.attention} max={most} text={formatNumber(work.attention)} />
      </div>
    </div>
  )
}

function Growth({ steps, t }: { readonly steps: readonly DecodeStep[]; readonly t: number }) {
  const points = (which: 'cached' | 'keysAgain' | 'prefixAgain') =>
    steps.map((step, i) => [i + 1, total(step[which])] as const)
  return (
    <div className={styles.growth}>
      <LinePlot
        label="Multiply-adds per step against the number of tokens so far"
        series={[
          { name: 'prefix again', points: points('prefixAgain'), tone: 'caution' },
          { name: 'K and V again', points: points('keysAgain'), tone: 'quiet' },
          { name: 'with a cache', points: points('cached') },
        ]}
        xLabel="tokens so far, including the newest"
        yLabel="multiply-adds per step"
        at={t + 1}
      />
    </div>
  )
}

function Result({ steps, t }: { readonly steps: readonly DecodeStep[]; readonly t: number }) {
  const step = steps[t] as DecodeStep
  const [without, cached] = [total(step.prefixAgain), total(step.cached)]
  const sum = (which: 'cached' | 'prefixAgain') => steps.reduce((all, one) => all + total(one[which]), 0)
  return (
    <Readout>
      {t === 0 ? (
        <>
          The first token has no past: <b>{formatNumber(cached)}</b> multiply-adds either way.
        </>
      ) : (
        <>
          This step takes <b>{formatNumber(cached)}</b> multiply-adds with the cache and <b>{formatNumber(without)}</b>{' '}
          without it, {formatNumber(without / cached, 1)} times as many.
        </>
      )}{' '}
      {step.difference < 1e-12 ? 'Both give the same output.' : 'The outputs differ.'} For the whole text it is{' '}
      {formatNumber(sum('cached'))} with the cache and {formatNumber(sum('prefixAgain'))} without.
    </Readout>
  )
}
