'use client'

import { useMemo, useState } from 'react'
import { Figure, SideBySide } from '#app/_components/figure/figure.tsx'
import { formatNumber, withUnit } from '#app/_components/figure/format.ts'
import { Histogram } from '#app/_components/figure/histogram.tsx'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import {
  classifySaturation,
  KEYS,
  QUERIES,
  type Saturation,
  type Softness,
  type Spread,
  scoreSpread,
  type Vectors,
  WIDTHS,
} from './score-spread.ts'

const SEED = 7
const DOMAIN = [-50, 50] as const
const BINS = 80

/** Scores with and without the scale at a head width that the reader chooses, and what the softmax makes of them. */
export function SpreadOfScores() {
  const [index, setIndex] = useState(WIDTHS.indexOf(256))
  const [vectors, setVectors] = useState<Vectors>('independent')
  const spreads = useMemo(() => scoreSpread(vectors, SEED), [vectors])
  const now = spreads[index]
  if (!now) return null
  return (
    <Figure
      title="Spread."
      caption={
        <>
          The scores of {QUERIES} queries and {KEYS} keys whose components have mean 0 and variance 1, on the same axis.
          Scores beyond ±50 are counted in the outermost bars. The plots below show the softmax of these scores: an
          entropy of 5 bits means that all {KEYS} keys have the same weight, 0 bits that one key has all of it.
        </>
      }
      controls={
        <>
          <Slider
            label="Head width d"
            min={0}
            max={WIDTHS.length - 1}
            value={index}
            onChange={setIndex}
            format={(i) => `d = ${WIDTHS[i]}`}
          />
          <Segmented
            label="Queries and keys"
            options={['independent', 'correlated']}
            value={vectors}
            onChange={setVectors}
          />
        </>
      }
    >
      <SideBySide>
        <ScoreHistogram name="Without the scale" how="q·k" scores={now.raw} d={now.d} />
        <ScoreHistogram name="With the scale" how="q·k / √d" scores={now.scaled} d={now.d} />
        <Against spreads={spreads} d={now.d} quantity="entropy" label="entropy of the weights, bits" />
        <Against spreads={spreads} d={now.d} quantity="jacobian" label="largest entry of the Jacobian" />
      </SideBySide>
      <Result now={now} vectors={vectors} />
    </Figure>
  )
}

interface ScoreHistogramProps {
  readonly name: string
  readonly how: string
  readonly scores: readonly number[]
  readonly d: number
}
function ScoreHistogram({ name, how, scores, d }: ScoreHistogramProps) {
  return (
    <div>
      <h3>
        {name} <span>{how}</span>
      </h3>
      <Histogram
        label={`${name}: scores at d = ${d}`}
        values={scores}
        domain={DOMAIN}
        bins={BINS}
        xLabel="score"
        yLabel="share of scores"
      />
    </div>
  )
}

interface AgainstProps {
  readonly spreads: readonly Spread[]
  readonly d: number
  readonly quantity: keyof Softness
  readonly label: string
}
function Against({ spreads, d, quantity, label }: AgainstProps) {
  const points = (which: 'withScale' | 'withoutScale') =>
    spreads.map((spread) => [spread.d, spread[which][quantity]] as const)
  return (
    <LinePlot
      series={[
        { name: 'with 1/√d', points: points('withScale') },
        { name: 'without', points: points('withoutScale'), tone: 'caution' },
      ]}
      xLabel="head width d"
      yLabel={label}
      logX
      at={d}
    />
  )
}

function Result({ now, vectors }: { readonly now: Spread; readonly vectors: Vectors }) {
  const { d, deviation, withScale, withoutScale } = now
  return (
    <Readout>
      At d = {d} the scores have standard deviation <b>{formatNumber(deviation, 1)}</b>; √d is{' '}
      {formatNumber(Math.sqrt(d), 1)}. Without the scale the weights have an entropy of {bits(withoutScale)} out of 5,
      and the largest Jacobian entry of a typical query is {slope(withoutScale)}. With the scale these are{' '}
      {bits(withScale)} and {slope(withScale)}.{' '}
      {vectors === 'correlated' ? CORRELATED : SATURATION[classifySaturation(now)]}
    </Readout>
  )
}

const CORRELATED =
  'One key in 32 has a correlation of ¼ with its query. Its score grows like d, so dividing by √d is not enough.'

const SATURATION: Readonly<Record<Saturation, string>> = {
  none: 'At this width the unscaled softmax does not saturate yet: its weights are sharper and its slope is the larger one. Widen the head.',
  begun: 'At this width the unscaled softmax begins to saturate: its slope is the smaller one.',
  complete: 'At this width the unscaled softmax has saturated: its slope is less than a tenth of the scaled one.',
}

const bits = ({ entropy }: Softness) => <b>{withUnit(formatNumber(entropy, 1), 'bits')}</b>
const slope = ({ jacobian }: Softness) => <b>{jacobian < 0.001 ? 'below 0.001' : formatNumber(jacobian, 3)}</b>
