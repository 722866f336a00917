'use client'

import { useState } from 'react'
import { Figure, SideBySide } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import {
  countExtendedTurns,
  countTrainedTurns,
  countUnseen,
  getExtendedFrequency,
  getTrainedFrequency,
  type Method,
  PAIRS,
  TRAINED,
} from './extended-frequencies.ts'

const FACTORS = [2, 4, 8, 16] as const
const pairs = Array.from({ length: PAIRS }, (_, pair) => pair)

/** What each way of extending the context does to the pairs of RoPE. */
export function LongerContext() {
  const [method, setMethod] = useState<Method>('none')
  const [index, setIndex] = useState(1)
  const factor = FACTORS[index] ?? 4
  const unseen = countUnseen(method, factor)
  const slowed = getTrainedFrequency(0) / getExtendedFrequency(method, 0, factor)
  return (
    <Figure
      title="Longer context."
      caption={
        <>
          A head with {PAIRS} pairs and base 10,000 was trained on {formatNumber(TRAINED)} tokens. The first plot shows
          how far each pair turns from one token to the next, relative to training; the second, how many turns it makes
          in the whole context. The dashed line is training.
        </>
      }
      controls={
        <>
          <Segmented
            label="Method"
            options={['none', 'interpolation', 'larger base', 'YaRN']}
            value={method}
            onChange={setMethod}
          />
          <Slider
            label="New context"
            min={0}
            max={FACTORS.length - 1}
            value={index}
            onChange={setIndex}
            format={(i) => `${formatNumber(TRAINED * (FACTORS[i] ?? 1))} tokens`}
          />
        </>
      }
    >
      <SideBySide>
        <LinePlot
          label={`Angle per token relative to training, ${method}`}
          series={[
            {
              name: method,
              points: pairs.map((pair) => [
                pair,
                getExtendedFrequency(method, pair, factor) / getTrainedFrequency(pair),
              ]),
            },
          ]}
          xLabel="pair i"
          yLabel="angle per token, relative"
          hasNames={false}
        />
        <LinePlot
          label={`Turns in the whole context, ${method}`}
          series={[
            { name: method, points: pairs.map((pair) => [pair, countExtendedTurns(method, pair, factor)]) },
            {
              name: 'training',
              points: pairs.map((pair) => [pair, countTrainedTurns(pair)]),
              tone: 'caution',
              dashed: true,
            },
          ]}
          xLabel="pair i"
          yLabel="turns"
          logY
          hasNames={false}
        />
      </SideBySide>
      <Readout>
        {unseen === 0 ? (
          'No pair reaches an angle that training never showed. '
        ) : (
          <>
            <b>{unseen} pairs</b> made less than one turn in training and now reach angles they have never seen.{' '}
          </>
        )}
        {slowed > 1.001 ? (
          <>
            But the fastest pair, which tells neighbors apart, turns <b>{formatNumber(slowed)} times more slowly.</b>
          </>
        ) : (
          'The fastest pair, which tells neighbors apart, turns as in training.'
        )}
      </Readout>
    </Figure>
  )
}
