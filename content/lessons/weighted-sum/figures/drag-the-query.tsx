'use client'

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Bar } from '#app/_components/figure/bar-row.tsx'
import { Figure, SideBySide } from '#app/_components/figure/figure.tsx'
import { formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import numberTableStyles from '#app/_components/figure/number-table.module.css'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import styles from './drag-the-query.module.css'
import {
  attendWith,
  findTop,
  KEYS,
  MAX_COMPONENT,
  moveByKey,
  type OneQuery,
  placeQuery,
  START,
  TOKENS,
  VALUES,
  type Vector,
} from './one-query.ts'
import { markStyle, Plane, PlaneMark, toSquare } from './plane.tsx'

const QUERY_RANGE = { low: -4.5, high: 4.5 }
const VALUE_RANGE = { low: -0.75, high: 5.75 }

/** Queries to begin with: that of the worked example, one that is twice as long, and none at all. */
const PRESETS = {
  start: { q: START, label: '(2, 1)' },
  long: { q: [4, 2], label: '(4, 2)' },
  zero: { q: [0, 0], label: '(0, 0)' },
} as const
type Preset = keyof typeof PRESETS
const PRESET_NAMES = ['start', 'long', 'zero'] as const satisfies readonly Preset[]

/** One query over four keys, to drag: its scores, its weights and the average of the values move with it. */
export function DragTheQuery() {
  const [q, setQuery] = useState<Vector>(START)
  const result = attendWith(q)
  const preset = PRESET_NAMES.find((name) => PRESETS[name].q[0] === q[0] && PRESETS[name].q[1] === q[1])
  return (
    <Figure
      title="One query."
      caption={
        <>
          Drag the query q among the keys, or move to it with Tab and press the arrow keys; with Shift, the steps are
          larger. The second plane shows the values. The more weight a value has, the larger its dot.
        </>
      }
      controls={
        <Segmented<Preset | 'other'>
          label="Set the query to"
          options={PRESET_NAMES.map((value) => ({ value, label: PRESETS[value].label }))}
          value={preset ?? 'other'}
          onChange={(name) => name !== 'other' && setQuery(PRESETS[name].q)}
        />
      }
    >
      <SideBySide>
        <div>
          <h3>
            Query and keys <span>q = {formatVector(q, 1)}</span>
          </h3>
          <QueryPlane q={q} onMove={setQuery} />
        </div>
        <div>
          <h3>
            Values <span>output = {formatVector(result.output)}</span>
          </h3>
          <ValuePlane {...result} />
        </div>
      </SideBySide>
      <Weights {...result} />
      <div className={styles.result}>
        <Readout>{describeResult(result)}</Readout>
      </div>
    </Figure>
  )
}

interface QueryPlaneProps {
  readonly q: Vector
  readonly onMove: (q: Vector) => void
}

function QueryPlane({ q, onMove }: QueryPlaneProps) {
  return (
    <Plane
      range={QUERY_RANGE}
      label={`The query ${formatVector(q, 1)} and the keys of ${TOKENS.map((token, j) => `${token}: ${formatVector(KEYS[j])}`).join(', ')}`}
      drawing={
        <>
          {KEYS.map((k) => (
            <path key={k.join()} className={styles.key} d={drawArrow(k)} />
          ))}
          <path className={styles.query} d={drawArrow(q)} />
        </>
      }
    >
      {KEYS.map((k, j) => (
        <PlaneMark key={k.join()} at={k} range={QUERY_RANGE} className={`${styles.point} ${LABEL_CLASS[j]}`}>
          <span>{TOKENS[j]}</span>
        </PlaneMark>
      ))}
      <Handle q={q} onMove={onMove} />
    </Plane>
  )
}

/** Where the name of each key is, so that it doesn't cover another one. */
const LABEL_CLASS = [styles.right, styles.right, styles.right, styles.left]

/** The tip of the query, moved by mouse, finger or arrow keys. */
function Handle({ q, onMove }: QueryPlaneProps) {
  /** From the pointer to the tip, so that the tip doesn't jump when it's picked up. */
  const grip = useRef<Vector>([0, 0])

  const pickUp = (event: PointerEvent<HTMLElement>) => {
    const [x, y] = toPlane(event)
    grip.current = [q[0] - x, q[1] - y]
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const [x, y] = toPlane(event)
    onMove(placeQuery([x + grip.current[0], y + grip.current[1]]))
  }
  const step = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const moved = moveByKey(q, event.key, event.shiftKey)
    if (!moved) return
    event.preventDefault()
    onMove(moved)
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label="Query"
      aria-roledescription="slider in two dimensions"
      aria-valuemin={-MAX_COMPONENT}
      aria-valuemax={MAX_COMPONENT}
      aria-valuenow={q[0]}
      aria-valuetext={`x ${formatNumber(q[0], 1)}, y ${formatNumber(q[1], 1)}`}
      className={styles.handle}
      style={markStyle(q, QUERY_RANGE)}
      translate="no"
      onPointerDown={pickUp}
      onPointerMove={drag}
      onKeyDown={step}
    >
      q
    </span>
  )
}

/** Where in the plane of the queries a pointer is. */
function toPlane({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Vector {
  const plane = (currentTarget.parentElement ?? currentTarget).getBoundingClientRect()
  const width = QUERY_RANGE.high - QUERY_RANGE.low
  return [
    QUERY_RANGE.low + (width * (clientX - plane.left)) / plane.width,
    QUERY_RANGE.high - (width * (clientY - plane.top)) / plane.height,
  ]
}

function ValuePlane({ weights, output }: OneQuery) {
  return (
    <Plane
      range={VALUE_RANGE}
      label={`The values of ${TOKENS.map((token, j) => `${token}: ${formatVector(VALUES[j])}`).join(', ')}, and the output ${formatVector(output)} between them`}
      drawing={
        <path className={styles.hull} d={`M${HULL.map((v) => toSquare(VALUES[v] ?? START, VALUE_RANGE)).join('L')}Z`} />
      }
    >
      {VALUES.map((v, j) => (
        <PlaneMark
          key={v.join()}
          at={v}
          range={VALUE_RANGE}
          className={`${styles.value} ${VALUE_LABEL_CLASS[j]}`}
          style={{ '--weight': Number((weights[j] ?? 0).toFixed(4)) } as CSSProperties}
        >
          <span>{TOKENS[j]}</span>
        </PlaneMark>
      ))}
      <PlaneMark at={output} range={VALUE_RANGE} className={`${styles.output} ${styles.above}`}>
        <span>output</span>
      </PlaneMark>
    </Plane>
  )
}

/** The values in the order of their quadrilateral. */
const HULL = [0, 1, 3, 2]
const VALUE_LABEL_CLASS = [styles.below, styles.below, styles.above, styles.above]

/** One row per token: its score, e to the power of it, its weight. */
function Weights({ scores, exponentials, weights }: OneQuery) {
  return (
    <table className={`${numberTableStyles.numbers} ${styles.weights}`}>
      <thead>
        <tr>
          <th scope="col">token</th>
          <th scope="col">score</th>
          <th scope="col">
            e<sup>score</sup>
          </th>
          <th scope="col">weight</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {TOKENS.map((token, j) => (
          <tr key={token}>
            <th scope="row" translate="no">
              {token}
            </th>
            <td>{formatNumber(scores[j] ?? 0, 1)}</td>
            <td>{formatExponential(exponentials[j] ?? 0)}</td>
            <td>{formatNumber(weights[j] ?? 0, 3, true)}</td>
            <td>
              <Bar value={weights[j] ?? 0} max={1} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function describeResult({ scores, weights, output }: OneQuery): string {
  const top = findTop(scores)
  const end = `The output is ${formatVector(output)}.`
  if (top.length === TOKENS.length)
    return `All scores are equal, so all weights are equal. The output is the plain mean of the values, ${formatVector(output)}.`
  const share = formatPercent(weights[top[0] ?? 0] ?? 0)
  const names = top.map((j) => `“${TOKENS[j]}”`).join(' and ')
  if (top.length > 1) return `${names} have the highest score and ${share} of the weight each. ${end}`
  const hard = (weights[top[0] ?? 0] ?? 0) > 0.95 ? ', almost all of it' : ''
  return `${names} has the highest score and ${share} of the weight${hard}. ${end}`
}

const drawArrow = (to: Vector): string => `M${toSquare([0, 0], QUERY_RANGE)}L${toSquare(to, QUERY_RANGE)}`

const formatVector = (vector: Vector | undefined, digits = 2): string =>
  `(${(vector ?? []).map((x) => formatNumber(x, digits)).join(', ')})`

/** Three places, or none where the number is large. */
const formatExponential = (x: number): string => formatNumber(x, x < 100 ? 3 : 0, x < 100)
