'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { BarRow } from '#app/_components/figure/bar-row.tsx'
import { Figure, SideBySide } from '#app/_components/figure/figure.tsx'
import { formatNumber } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { Matrix } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { Slider } from '#app/_components/figure/slider.tsx'
import {
  BLOCK_SIZES,
  type BlockSize,
  COUNT,
  computeFactor,
  isInTile,
  type QueryState,
  type Tile,
  type TileWalk,
  VALUES,
  type WalkStep,
  walkTiles,
} from './tile-walk.ts'
import styles from './tiles-over-scores.module.css'

const INDICES = Array.from({ length: COUNT }, (_, i) => String(i))
/** The largest score: both matrices share its scale. */
const MAX = 4

/** The score matrix, all of it in the naive form and tile by tile, with what each query keeps from tile to tile. */
export function TilesOverScores() {
  const [size, setSize] = useState<BlockSize>(2)
  const [position, setPosition] = useState(2)
  const walk = useMemo(() => walkTiles(size), [size])
  const last = walk.steps.length - 1
  const step = walk.steps[Math.min(position, last)]
  if (!step) return null
  const at = Math.min(position, last)
  return (
    <Figure
      title="Tiles."
      caption={
        <>
          Six queries (rows) and six keys (columns) of width 4, set by hand; the scores are scaled. The values are one
          number each: {VALUES.join(', ')}. A hatched score isn’t in memory: its tile is still to come, or has already
          been added and dropped.
        </>
      }
      controls={
        <>
          <Segmented
            label="Block size"
            options={BLOCK_SIZES.map((option) => ({ value: String(option), label: String(option) }))}
            value={String(size)}
            onChange={(value) => {
              setSize(BLOCK_SIZES.find((option) => String(option) === value) ?? 2)
              setPosition(2)
            }}
          />
          <Slider
            label="Tile"
            min={0}
            max={last}
            value={at}
            onChange={setPosition}
            format={(tile) => (tile === 0 ? 'start' : `${tile} of ${last}`)}
          />
        </>
      }
      legend={
        <Legend
          items={[
            { kind: 'signed', max: MAX, label: 'score' },
            { kind: 'masked', label: 'not in memory' },
          ]}
        />
      }
    >
      <SideBySide>
        <div className={styles.scores}>
          <h3>
            Naive <span>· all scores, stored</span>
          </h3>
          <Scores label="Scores in the naive form" walk={walk} />
        </div>
        <div className={styles.scores}>
          <h3>
            In tiles <span>· one tile at a time</span>
          </h3>
          <Scores label="Scores of the current tile" walk={walk} tile={step.tile} isTiled />
        </div>
      </SideBySide>
      <States step={step} naive={walk.naive} />
      <h3 className={styles.held}>
        Numbers held <span>· {COUNT}² scores; or a tile, and m and l of every query</span>
      </h3>
      {(['naive', 'tiled'] as const).map((form) => (
        <BarRow
          key={form}
          label={form === 'naive' ? 'Naive' : 'In tiles'}
          value={walk.held[form]}
          max={walk.held.naive}
          text={String(walk.held[form])}
          tone={form === 'naive' ? 'quiet' : 'accent'}
        />
      ))}
      <div className={styles.result}>
        <Readout>{describeStep(step, at === last)}</Readout>
      </div>
    </Figure>
  )
}

interface ScoresProps {
  readonly label: string
  readonly walk: TileWalk
  readonly tile?: Tile | undefined
  readonly isTiled?: boolean
}

function Scores({ label, walk, tile, isTiled = false }: ScoresProps) {
  return (
    <Matrix
      label={label}
      rows={walk.scores}
      scale="signed"
      max={MAX}
      rowHeads={INDICES}
      colHeads={INDICES}
      maskedWord="not in memory"
      {...(isTiled && { masked: walk.scores.map((row, i) => row.map((_, j) => !isInTile(tile, i, j))) })}
    />
  )
}

/** What each query keeps, next to what the naive form returns. */
function States({ step, naive }: { readonly step: WalkStep; readonly naive: readonly number[] }) {
  return (
    <table className={styles.states} aria-label="What each query keeps">
      <thead>
        <tr>
          <th scope="col">query</th>
          <th scope="col">m</th>
          <th scope="col">l</th>
          <th scope="col">o</th>
          <th scope="col">o / l</th>
          <th scope="col">naive</th>
        </tr>
      </thead>
      <tbody>
        {step.after.map(({ m, l, o }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a query is its index
          <tr key={i} className={isActive(step.tile, i) ? styles.active : undefined}>
            <th scope="row">{i}</th>
            <td>{formatNumber(m)}</td>
            <td>{formatNumber(l, 2, true)}</td>
            <td>{formatNumber(o, 2, true)}</td>
            <td>{l === 0 ? '–' : formatNumber(o / l, 2, true)}</td>
            <td>{formatNumber(naive[i] ?? Number.NaN, 2, true)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isActive = (tile: Tile | undefined, i: number): boolean => tile !== undefined && i >= tile.top && i < tile.bottom

function describeStep({ tile, before, after }: WalkStep, isLast: boolean): ReactNode {
  if (!tile)
    return (
      <>
        Nothing is read yet. Every query starts with <b>m = −∞, l = 0 and o = 0</b>.
      </>
    )
  const rows = after.flatMap((state, i) => {
    const old = before[i]
    return old && isActive(tile, i) ? [{ i, old, state }] : []
  })
  // the query with something to rescale says most
  const told = rows.find(({ old, state }) => old.l > 0 && state.m > old.m) ?? rows[0]
  return (
    <>
      {describeRange('Query', 'Queries', tile.top, tile.bottom)} {tile.bottom - tile.top === 1 ? 'meets' : 'meet'}{' '}
      {describeRange('key', 'keys', tile.left, tile.right)}. {told && describeRow(told.i, told.old, told.state)}
      {isLast && (
        <>
          {' '}
          <b>All tiles are done: each o / l is the output of the naive form.</b>
        </>
      )}
    </>
  )
}

function describeRow(i: number, old: QueryState, state: QueryState): ReactNode {
  if (old.l === 0)
    return (
      <>
        For query {i} this is the first block, so the factor is{' '}
        <b>
          e<sup>−∞</sup> = 0
        </b>
        : nothing was there to keep.
      </>
    )
  if (state.m === old.m)
    return (
      <>
        The maximum of query {i} stays at {formatNumber(state.m)}, so the factor is <b>1</b> and the tile is added as it
        is.
      </>
    )
  return (
    <>
      The maximum of query {i} rises from {formatNumber(old.m)} to {formatNumber(state.m)}, so its l and o are
      multiplied by{' '}
      <b>
        e
        <sup>
          {formatNumber(old.m)} − {formatNumber(state.m)}
        </sup>{' '}
        = {formatNumber(computeFactor(old, state))}
      </b>{' '}
      before the tile is added.
    </>
  )
}

const describeRange = (singular: string, plural: string, from: number, to: number): string =>
  to - from === 1 ? `${singular} ${from}` : `${plural} ${from}–${to - 1}`
