'use client'

import { useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatBytes, formatNumber } from '#app/_components/figure/format.ts'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import { cacheSize, LLAMA_2_7B, MODELS } from './cache-size.ts'

const BYTES = { fp16: 2, int8: 1 } as const

/** Bytes of a model's KV cache for a length and a batch that the reader chooses, next to those of its weights. */
export function CacheCalculator() {
  const [name, setName] = useState<(typeof MODELS)[number]['name']>(LLAMA_2_7B.name)
  const [type, setType] = useState<keyof typeof BYTES>('fp16')
  const [lengthPower, setLengthPower] = useState(12)
  const [batchPower, setBatchPower] = useState(5)
  const model = MODELS.find((model) => model.name === name) ?? LLAMA_2_7B
  const [seqLen, batch] = [2 ** lengthPower, 2 ** batchPower]
  const size = cacheSize(model, seqLen, batch, BYTES[type])
  const most = Math.max(size.whole, size.weights)
  return (
    <Figure
      title="Cache size."
      caption={
        <>
          2 × {model.layers} layers × {formatNumber(batch)} {batch === 1 ? 'sequence' : 'sequences'} ×{' '}
          {formatNumber(seqLen)} tokens × {model.kvHeads} KV heads × {model.headDim} × {BYTES[type]}{' '}
          {BYTES[type] === 1 ? 'byte' : 'bytes'}. The second bar shows the weights of the same model, in fp16.
        </>
      }
      controls={
        <>
          <Segmented label="Model" options={MODELS.map((model) => model.name)} value={name} onChange={setName} />
          <Segmented label="Cache in" options={['fp16', 'int8']} value={type} onChange={setType} />
          <Slider
            label="Tokens"
            min={8}
            max={17}
            value={lengthPower}
            onChange={setLengthPower}
            format={(power) => formatNumber(2 ** power)}
          />
          <Slider
            label="Batch"
            min={0}
            max={7}
            value={batchPower}
            onChange={setBatchPower}
            format={(power) => formatNumber(2 ** power)}
          />
        </>
      }
    >
      <BarRow label="KV cache" value={size.whole} max={most} text={formatBytes(size.whole)} />
      <BarRow label="Weights" value={size.weights} max={most} text={formatBytes(size.weights, 1000)} tone="quiet" />
      <Readout>
        Each token takes <b>{formatBytes(size.perToken)}</b>, one sequence <b>{formatBytes(size.perSequence)}</b>
        {batch > 1 && (
          <>
            , a batch of {batch} <b>{formatBytes(size.whole)}</b>
          </>
        )}
        . The weights take {formatBytes(size.weights, 1000)}:{' '}
        {size.whole >= size.weights
          ? `the cache is ${formatNumber(size.whole / size.weights, 1)} times as large.`
          : `the cache is ${formatNumber((100 * size.whole) / size.weights, 1)} % of that.`}
      </Readout>
    </Figure>
  )
}
