'use client'

import { useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { Matrix } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'

/** Four values, one of them movable, with their mean or median. */
export function MeanPlay() {
  const [last, setLast] = useState(4)
  const [kind, setKind] = useState<'mean' | 'median'>('mean')
  const values = [1, 2, 3, last]
  const middle = kind === 'mean' ? values.reduce((s, x) => s + x, 0) / 4 : (2 + Math.min(3, last)) / 2
  return (
    <Figure
      title="Four values."
      caption="The last one moves. The bar is one value for all of them."
      controls={
        <>
          <Slider label="The last value" min={2} max={20} value={last} onChange={setLast} format={(x) => `x = ${x}`} />
          <Segmented label="Summary" options={['mean', 'median']} value={kind} onChange={setKind} />
        </>
      }
      legend={<Legend items={[{ kind: 'signed', max: 20 }]} />}
    >
      <Matrix
        label="The values"
        rows={[values]}
        scale="signed"
        max={20}
        colHeads={['x₁', 'x₂', 'x₃', 'x₄']}
        digits={0}
      />
      <BarRow label={kind} value={middle} max={20} text={formatNumber(middle, 2)} />
      <Readout>
        The {kind} is <b>{formatNumber(middle, 2)}</b>.
      </Readout>
    </Figure>
  )
}
