'use client'

import { useState } from 'react'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import { BASES, computeScores, DISTANCES, findLargestGap, HEAD_WIDTH, type Layouts } from './rotated-scores.ts'

const LAST_START = 200

/** Scores of two rotated vectors against their distance, at two places of a text, in the same layout and in two. */
export function SameDistance() {
  const [start, setStart] = useState(40)
  const [baseIndex, setBaseIndex] = useState(BASES.indexOf(10_000))
  const [layouts, setLayouts] = useState<Layouts>('both half-split')
  const base = BASES[baseIndex] ?? 10_000
  const atZero = computeScores(0, base, layouts)
  const atStart = computeScores(start, base, layouts)
  const gap = findLargestGap(atZero, atStart)
  const plot = (scores: readonly number[]) => DISTANCES.map((distance, i) => [distance, scores[i] ?? 0] as const)
  return (
    <Figure
      title="Same distance."
      caption={
        <>
          The score of a query and a key with the same contents, {HEAD_WIDTH} numbers each, against the distance between
          them. The dashed line has the key at position 0, the other one at a position that you choose.
        </>
      }
      controls={
        <>
          <Slider label="Position of the key" min={0} max={LAST_START} value={start} onChange={setStart} />
          <Slider
            label="Base"
            min={0}
            max={BASES.length - 1}
            value={baseIndex}
            onChange={setBaseIndex}
            format={(i) => formatNumber(BASES[i] ?? 0)}
          />
          <Segmented
            label="Pairs"
            options={['both half-split', 'both interleaved', 'mixed']}
            value={layouts}
            onChange={setLayouts}
          />
        </>
      }
    >
      <LinePlot
        label={`Score against distance, pairs ${layouts}, base ${formatNumber(base)}`}
        series={[
          { name: `key at ${start}`, points: plot(atStart) },
          { name: 'key at 0', points: plot(atZero), tone: 'caution', dashed: true },
        ]}
        xLabel="distance in tokens"
        yLabel="score"
        hasNames={false}
      />
      <Readout>
        {gap < 1e-6 ? (
          <>
            The two lines are the same: <b>the score depends on the distance and not on the position.</b>
          </>
        ) : (
          <>
            The lines differ by up to <b>{formatNumber(gap, 1)}</b>: with mixed layouts, the score of the same two
            tokens depends on where in the text they are.
          </>
        )}
      </Readout>
    </Figure>
  )
}
