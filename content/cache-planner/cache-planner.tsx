'use client'

import { useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatBytes, formatNumber, withUnit } from '#app/_components/figure/format.ts'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import { BLOCK_SIZE, fitSequences, LATENT_DIM, type PlanStep, planCache, ROPE_DIM } from './plan-cache.ts'
import { PLANNED_MODELS } from './planned-models.ts'
import { PRESETS, type Preset } from './presets.ts'

const TOKENS: readonly number[] = [500, 1000, 2000, 4096, 8192, 16_384, 32_768, 65_536, 131_072]
const WINDOWS = { all: undefined, 'last 4,096': 4096, 'last 1,024': 1024 } as const
const GPUS_GB = [24, 80] as const

const TECHNIQUES: Readonly<Record<PlanStep['technique'], string>> = {
  none: 'All heads, 16-bit',
  storage: '+ KV heads',
  numbers: '+ numbers',
  window: '+ tokens kept',
  paging: '+ memory',
}

/** The cache of a model as techniques are added one after the other, and how many sequences fit on a GPU. */
export function CachePlanner({ preset }: { readonly preset: Preset }) {
  const [settings, setSettings] = useState(PRESETS[preset])
  const { model, tokens, batch, storage, numbers, window, isPaged } = settings
  const change = (choice: Partial<typeof settings>) => setSettings({ ...settings, ...choice })
  const steps = planCache(model, settings)
  const [{ bytes: before }] = steps
  const bytes = steps.at(-1)?.bytes ?? before
  return (
    <Figure
      title="Cache planner."
      caption={
        <>
          {model.name} has {model.layers} layers and {model.heads} query heads; keys and values have width{' '}
          {model.headDim}. The first bar is multi-head attention with 16-bit numbers, the model’s whole context of{' '}
          {formatNumber(model.context)} tokens reserved for each sequence. Each further bar adds one choice. “Latent”
          caches {LATENT_DIM} + {ROPE_DIM} numbers per token and layer, as DeepSeek-V3 does; int8 takes one byte per
          number and two for the scale of each vector; “paged” reserves blocks of {BLOCK_SIZE} tokens as a sequence
          grows. Weights take two bytes per parameter, those of DeepSeek-V3 one. What fits assumes that the cache is
          spread evenly over the GPUs, by heads or by sequences, and that nothing else needs memory.
        </>
      }
      controls={
        <>
          <Segmented
            label="Model"
            options={PLANNED_MODELS.map(({ name }) => name)}
            value={model.name}
            onChange={(name) => {
              const chosen = PLANNED_MODELS.find((offered) => offered.name === name) ?? PLANNED_MODELS[0]
              change({ model: chosen, storage: chosen.released })
            }}
          />
          <Slider
            label="Tokens"
            min={0}
            max={TOKENS.length - 1}
            value={TOKENS.indexOf(tokens)}
            onChange={(i) => change({ tokens: TOKENS[i] ?? tokens })}
            format={(i) => formatNumber(TOKENS[i] ?? tokens)}
          />
          <Slider
            label="Sequences"
            min={0}
            max={7}
            value={Math.log2(batch)}
            onChange={(power) => change({ batch: 2 ** power })}
            format={(power) => formatNumber(2 ** power)}
          />
          <Segmented
            label="KV heads"
            options={[
              { value: 'all', label: `all ${model.heads}` },
              '8',
              { value: '1', label: '1 (MQA)' },
              { value: 'latent', label: 'latent (MLA)' },
            ]}
            value={storage}
            onChange={(chosen) => change({ storage: chosen })}
          />
          <Segmented
            label="Numbers"
            options={['16-bit', 'int8']}
            value={numbers}
            onChange={(chosen) => change({ numbers: chosen })}
          />
          <Segmented
            label="Tokens kept"
            options={['all', 'last 4,096', 'last 1,024']}
            value={describeWindow(window)}
            onChange={(chosen) => change({ window: WINDOWS[chosen] })}
          />
          <Segmented
            label="Memory"
            options={['reserved', 'paged']}
            value={isPaged ? 'paged' : 'reserved'}
            onChange={(chosen) => change({ isPaged: chosen === 'paged' })}
          />
        </>
      }
    >
      {steps.map((step) => (
        <BarRow
          key={step.technique}
          label={describeStep(step)}
          value={step.bytes}
          max={before}
          text={formatBytes(step.bytes)}
          tone={step.technique === 'none' ? 'quiet' : 'accent'}
        />
      ))}
      <Readout>
        The cache takes <b>{formatBytes(bytes)}</b> for {describeCount(batch, 'sequence')} of {formatNumber(tokens)}{' '}
        tokens{bytes < before && ` instead of ${formatBytes(before)}`}:{' '}
        <b>{bytes < before ? `${formatFactor(before / bytes)} times smaller` : 'nothing is saved'}</b>.{' '}
        {GPUS_GB.map((size) => describeFit(size, model.weights, bytes / batch)).join(' ')}
        {tokens > model.context && ' This text is longer than those the model was trained on.'}
      </Readout>
    </Figure>
  )
}

function describeWindow(window: number | undefined): keyof typeof WINDOWS {
  if (window === undefined) return 'all'
  return window === 4096 ? 'last 4,096' : 'last 1,024'
}

/** A bar's label, with what the choice saves: “+ KV heads, ÷ 8”. */
function describeStep({ technique, factor }: PlanStep): string {
  const name = TECHNIQUES[technique]
  return factor === 1 ? name : `${name}, ÷ ${formatFactor(factor)}`
}

const formatFactor = (factor: number): string => formatNumber(factor, factor < 10 ? 2 : 1)

/** What fits on the fewest GPUs of one size that hold the weights. */
function describeFit(sizeGB: number, weights: number, perSequence: number): string {
  const { gpus, remainingBytes, sequences } = fitSequences(weights, perSequence, sizeGB * 1e9)
  const size = withUnit(String(sizeGB), 'GB')
  const [who, hold, leave] =
    gpus === 1 ? [`One GPU of ${size}`, 'holds', 'leaves'] : [`${gpus} GPUs of ${size}`, 'hold', 'leave']
  const room = sequences === 0 ? 'too little for one sequence' : `enough for ${describeCount(sequences, 'sequence')}`
  return `${who} ${hold} the ${formatBytes(weights, 1000)} of weights and ${leave} ${formatBytes(remainingBytes, 1000)}, ${room}.`
}

const describeCount = (count: number, noun: string): string => `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`
