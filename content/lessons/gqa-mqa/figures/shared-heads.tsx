'use client'

import { useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure, SideBySide } from '#app/_components/figure/figure.tsx'
import { formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import { Matrix } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import {
  CACHED_TOKENS,
  countSharedCosts,
  HEAD_DIM,
  MODEL_WIDTH,
  QUERY_HEADS,
  readingPattern,
  type SharedCosts,
} from './shared-costs.ts'

const COSTS: readonly (readonly [keyof SharedCosts, string])[] = [
  ['cached', 'Cached numbers'],
  ['kvWeights', 'K and V weights'],
  ['otherWeights', 'Q and output weights'],
  ['scores', 'Scores per step'],
]
const full = countSharedCosts(QUERY_HEADS)
const NAMES = { '8': 'multi-head attention', '4': 'grouped', '2': 'grouped', '1': 'multi-query attention' } as const

/** Which KV head each of eight query heads reads, and what that makes cheaper. */
export function SharedHeads() {
  const [chosen, setChosen] = useState<keyof typeof NAMES>('2')
  const kvHeads = Number(chosen)
  const costs = countSharedCosts(kvHeads)
  const pattern = readingPattern(kvHeads)
  return (
    <Figure
      title="Shared KV heads."
      caption={
        <>
          A layer of width {formatNumber(MODEL_WIDTH)} with {QUERY_HEADS} query heads of width {HEAD_DIM} and{' '}
          {formatNumber(CACHED_TOKENS)} cached tokens. A 1 marks the KV head (column) that a query head (row) reads. The
          bars are shares of what {QUERY_HEADS} KV heads take.
        </>
      }
      controls={<Segmented label="KV heads" options={['8', '4', '2', '1']} value={chosen} onChange={setChosen} />}
    >
      <SideBySide>
        <Matrix
          label={`KV head that each query head reads, with ${kvHeads} KV heads`}
          rows={pattern}
          scale="weights"
          rowHeads={pattern.map((_, i) => `query ${i}`)}
          colHeads={pattern[0]?.map((_, j) => `KV ${j}`) ?? []}
        />
        <div>
          {COSTS.map(([cost, label]) => (
            <BarRow
              key={cost}
              label={label}
              value={costs[cost]}
              max={full[cost]}
              text={formatPercent(costs[cost] / full[cost], 1)}
              tone={costs[cost] === full[cost] ? 'quiet' : 'accent'}
            />
          ))}
        </div>
      </SideBySide>
      <Readout>
        {kvHeads} KV {kvHeads === 1 ? 'head' : 'heads'} ({NAMES[chosen]}): the cache is{' '}
        <b>{QUERY_HEADS / kvHeads === 1 ? 'as large as it gets' : `${QUERY_HEADS / kvHeads} times smaller`}</b>. The{' '}
        {formatNumber(costs.scores)} scores per step stay: all {QUERY_HEADS} query heads attend.
      </Readout>
    </Figure>
  )
}
