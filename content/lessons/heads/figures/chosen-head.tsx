'use client'

import { type CSSProperties, useState } from 'react'
import { formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import { HEAD_KINDS, type HeadKind, type HeadScores, OFFSETS } from './head-scores.ts'
import { HeatCanvas } from './heat-canvas.tsx'
import type { HeadPlace } from './pruning.ts'
import styles from './trained-heads.module.css'

/** In view without scrolling, with a few words before it. */
const FIRST_QUERY = 20

interface ChosenHeadProps {
  readonly place: HeadPlace
  readonly chars: readonly string[]
  readonly weights: Float32Array | undefined
  readonly scores: HeadScores | undefined
  readonly kind: HeadKind | undefined
  readonly isOn: boolean
  readonly isReady: boolean
  readonly onSwitch: (isOn: boolean) => void
}

/** One head in large: its map with the characters on its axes, one row in words, its scores, and its switch. */
export function ChosenHead({ place, chars, weights, scores, kind, isOn, isReady, onSwitch }: ChosenHeadProps) {
  const [asked, setAsked] = useState(FIRST_QUERY)
  const n = chars.length
  const query = Math.max(0, Math.min(asked, n - 1))
  const row = weights ? [...weights.subarray(query * n, (query + 1) * n)] : []
  return (
    <div className={styles.chosen}>
      <h3>
        Layer {place.layer}, head {place.head}{' '}
        <span>{kind ? `· ${HEAD_KINDS[kind].name}: ${HEAD_KINDS[kind].meaning}` : '· not loaded yet'}</span>
      </h3>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isOn}
          disabled={!isReady}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        This head is on
      </label>
      <dl className={styles.scores}>
        {OFFSETS.map((offset, i) => (
          <div key={offset}>
            <dt>{offset === 0 ? 'current token' : offset === -1 ? 'previous token' : `offset −${-offset}`}</dt>
            <dd>{scores ? formatNumber(scores.offsets[i] ?? 0, 2, true) : '–'}</dd>
          </div>
        ))}
        <div>
          <dt>first token</dt>
          <dd>{scores ? formatNumber(scores.first, 2, true) : '–'}</dd>
        </div>
        <div className={styles.entropy}>
          <dt>entropy, of at most {scores ? formatNumber(scores.maxEntropy, 2, true) : '–'} nats</dt>
          <dd>{scores ? formatNumber(scores.entropy, 2, true) : '–'}</dd>
        </div>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={`Map of layer ${place.layer}, head ${place.head}`}>
        <div
          className={styles.large}
          style={{ '--n': n } as CSSProperties}
          role="img"
          aria-label={`Attention weights of layer ${place.layer}, head ${place.head}: rows are queries, columns are keys`}
        >
          <Axis className={styles.top} chars={chars} />
          <Axis className={styles.side} chars={chars} marked={query} />
          <div className={styles.frame}>
            <HeatCanvas className={styles.map} weights={weights} n={n} />
            {n > 0 && <i className={styles.row} style={{ '--row': query } as CSSProperties} />}
          </div>
        </div>
      </section>
      <Slider
        label="Query"
        min={0}
        max={Math.max(n - 1, 0)}
        value={query}
        onChange={setAsked}
        format={(i) => (n > 0 ? `${formatNumber(i)}: ${nameChar(chars[i])}` : '–')}
      />
      <div className={styles.words}>
        <Readout>{n > 0 ? describeRow(row, chars, query) : 'Nothing is loaded yet.'}</Readout>
      </div>
    </div>
  )
}

interface AxisProps {
  readonly className: string | undefined
  readonly chars: readonly string[]
  readonly marked?: number
}

function Axis({ className, chars, marked }: AxisProps) {
  return (
    <div className={className} aria-hidden="true" translate="no">
      {chars.map((char, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
        <span key={i} className={i === marked ? styles.marked : undefined}>
          {char === ' ' ? '␣' : char === '\n' ? '↵' : char}
        </span>
      ))}
    </div>
  )
}

const nameChar = (char: string | undefined): string =>
  char === ' ' ? 'space' : char === '\n' ? 'line break' : `“${char ?? ''}”`

/** “Query 7, “W”, puts 63 % on key 4, “O”, …”, the three largest weights. */
function describeRow(row: readonly number[], chars: readonly string[], query: number): string {
  const best = row
    .map((weight, key) => ({ weight, key }))
    .slice(0, query + 1)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
  const parts = best.map(({ weight, key }) => `${formatPercent(weight)} on key ${key}, ${nameChar(chars[key])}`)
  return `Query ${query}, ${nameChar(chars[query])}, puts ${parts.join('; ')}.`
}
