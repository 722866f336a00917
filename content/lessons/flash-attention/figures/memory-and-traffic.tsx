'use client'

import { useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatBytes, formatNumber } from '#app/_components/figure/format.ts'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import styles from './memory-and-traffic.module.css'
import { A100, compareForms, countQueriesPerBlock, type FormCost, RIDGE, WIDTHS } from './memory-traffic.ts'

const LABELS = { naive: 'Naive', tiled: 'In tiles' } as const

/** Extra memory, bytes moved and FLOPs per byte of one head, in the naive form and in tiles. */
export function MemoryAndTraffic() {
  const [power, setPower] = useState(12)
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>(128)
  const n = 2 ** power
  const forms = compareForms(n, width)
  return (
    <Figure
      title="Memory and traffic."
      caption={
        <>
          One head in fp16. Naive: scores and weights are each written to HBM and read back. In tiles: a quarter of{' '}
          {formatBytes(A100.fastMemoryBytes)} of fast memory holds a block of queries, and K and V are read once per
          block. An A100 does {formatNumber(RIDGE)} FLOPs in the time in which it moves one byte; caches in between are
          left out.
        </>
      }
      controls={
        <>
          <Slider
            label="Tokens"
            min={9}
            max={17}
            value={power}
            onChange={setPower}
            format={(value) => formatNumber(2 ** value)}
          />
          <Segmented
            label="Width of the head"
            options={WIDTHS.map((option) => ({ value: String(option), label: String(option) }))}
            value={String(width)}
            onChange={(value) => setWidth(WIDTHS.find((option) => String(option) === value) ?? 128)}
          />
        </>
      }
    >
      <Bars title="Extra memory" forms={forms} quantity="extraBytes" format={formatBytes} />
      <Bars title="Bytes moved" forms={forms} quantity="trafficBytes" format={formatBytes} />
      <Bars
        title="FLOPs per byte"
        note={`· ${formatNumber(RIDGE)} keep an A100 busy`}
        forms={forms}
        quantity="intensity"
        format={(x) => formatNumber(x, 0)}
      />
      <div className={styles.result}>
        <Readout>
          Both forms do the same {formatNumber((4 * n * n * width) / 1e9, 1)} billion FLOPs. The naive form needs{' '}
          <b>{formatNumber(forms.naive.extraBytes / forms.tiled.extraBytes, 0)} times as much extra memory</b> and moves{' '}
          {formatNumber(forms.naive.trafficBytes / forms.tiled.trafficBytes, 1)} times as many bytes.{' '}
          {describeBound(forms.naive, forms.tiled, width)}
        </Readout>
      </div>
    </Figure>
  )
}

interface BarsProps {
  readonly title: string
  readonly note?: string
  readonly forms: { readonly naive: FormCost; readonly tiled: FormCost }
  readonly quantity: 'extraBytes' | 'trafficBytes' | 'intensity'
  readonly format: (value: number) => string
}

function Bars({ title, note, forms, quantity, format }: BarsProps) {
  const max = Math.max(forms.naive[quantity], forms.tiled[quantity])
  return (
    <div className={styles.bars}>
      <h3>
        {title} {note && <span>{note}</span>}
      </h3>
      {(['naive', 'tiled'] as const).map((form) => (
        <BarRow
          key={form}
          label={LABELS[form]}
          value={forms[form][quantity]}
          max={max}
          text={format(forms[form][quantity])}
          tone={form === 'naive' ? 'quiet' : 'accent'}
        />
      ))}
    </div>
  )
}

function describeBound(naive: FormCost, tiled: FormCost, width: number): string {
  if (naive.isMemoryBound && !tiled.isMemoryBound)
    return 'The naive form is memory-bound; in tiles, attention is compute-bound.'
  const queries = countQueriesPerBlock(width)
  if (naive.isMemoryBound)
    return queries < RIDGE
      ? `Both are memory-bound here: a block holds only ${formatNumber(queries)} queries, so K and V are read often.`
      : 'Both are memory-bound here: on a short text, there is little arithmetic for each number that is read.'
  return 'Both are compute-bound.'
}
