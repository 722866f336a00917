'use client'

import { type ReactNode, useState } from 'react'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatPercent } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { Matrix, type MatrixRows } from '#app/_components/figure/matrix.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import { Segmented } from '#app/_components/figure/segmented.tsx'
import { HEAD_COUNTS, type HeadCount, type HeadSteps, headSteps, TOKENS } from './head-steps.ts'
import styles from './heads-side-by-side.module.css'

const INDICES = TOKENS.map((_, i) => String(i))
const WIDTH = 4
/** The largest number of the figure: all signed cells share its scale. */
const MAX = 2

/** A multi-head layer with one, two or four heads: the split, the weights of each head, the merge and the mix. */
export function HeadsSideBySide() {
  const [heads, setHeads] = useState<HeadCount>(2)
  const [token, setToken] = useState(1)
  const steps = headSteps(heads)
  const [n, width] = [TOKENS.length, WIDTH / heads]
  return (
    <Figure
      title="Heads side by side."
      caption={
        <>
          Four tokens of width 4; each row is a token, and the bold row number is the token you chose. Queries, keys and
          values are set by hand: the left half of a query asks for the token before, the right half for the token
          after. Where there is no such token, a token asks for itself.
        </>
      }
      controls={
        <>
          <Segmented
            label="Heads"
            options={HEAD_COUNTS.map((count) => ({ value: String(count), label: String(count) }))}
            value={String(heads)}
            onChange={(value) => setHeads(HEAD_COUNTS.find((count) => String(count) === value) ?? 2)}
          />
          <Segmented
            label="Token"
            options={TOKENS.map((label, i) => ({ value: String(i), label }))}
            value={String(token)}
            onChange={(value) => setToken(Number(value))}
          />
        </>
      }
      legend={
        <Legend
          items={[
            { kind: 'weights', label: 'weight' },
            { kind: 'signed', max: MAX, label: 'other numbers' },
          ]}
        />
      }
    >
      <h3>
        1. Split{' '}
        <span>
          · each of Q, K and V: {n} × {WIDTH} becomes {heads} × {n} × {width}
        </span>
      </h3>
      <div className={styles.three}>
        <Slices name="Q" label="Queries" slices={steps.queries} token={token} />
        <Slices name="K" label="Keys" slices={steps.keys} token={token} />
        <Slices name="V" label="Values" slices={steps.values} token={token} />
      </div>
      <h3 className={styles.step}>
        2. Attend{' '}
        <span>
          · weights: {heads} × {n} × {n}, row = query, column = key
        </span>
      </h3>
      <div className={styles.four}>
        {[0, 1, 2, 3].map((h) => {
          const weights = steps.weights[h]
          return (
            <div key={h} className={styles.empty}>
              {weights && (
                <Named name={`Head ${h}`}>
                  <Matrix
                    label={`Weights of head ${h}`}
                    rows={weights}
                    scale="weights"
                    rowHeads={INDICES}
                    colHeads={INDICES}
                    mark={{ rows: [token] }}
                  />
                </Named>
              )}
            </div>
          )
        })}
      </div>
      <h3 className={styles.step}>
        3. Merge and mix{' '}
        <span>
          · {heads} × {n} × {width} becomes {n} × {WIDTH}, then times W<sub>O</sub>
        </span>
      </h3>
      <div className={styles.three}>
        <Named name="Merged">
          <Signed label="Merged heads" rows={steps.merged} rowHeads={INDICES} token={token} />
        </Named>
        <Named
          name={
            <>
              Output, merged · W<sub>O</sub>
            </>
          }
        >
          <Signed label="Output" rows={steps.output} rowHeads={INDICES} token={token} />
        </Named>
        <div className={styles.reserved}>
          <Named name={`Row ${token} of the output, by head`}>
            <Signed
              label={`What each head adds to the output of token ${token}`}
              rows={[...steps.added.map((head) => head[token] ?? []), steps.output[token] ?? []]}
              rowHeads={[...steps.added.map((_, h) => `head ${h}`), 'sum']}
              token={heads}
            />
          </Named>
        </div>
      </div>
      <div className={styles.result}>
        <Readout>
          {steps.weights
            .map((weights, h) => `${h === 0 ? `“${TOKENS[token]}”: ` : ''}${describeWeights(weights[token] ?? [], h)}`)
            .join('; ')}
          . {EXPLANATIONS[heads]}
        </Readout>
      </div>
    </Figure>
  )
}

const EXPLANATIONS: Readonly<Record<HeadCount, ReactNode>> = {
  1: (
    <>
      <b>One head has one set of weights</b>, so both halves of the query are added up in the same scores, and all
      columns of V are averaged with the same weights.
    </>
  ),
  2: (
    <>
      <b>Two heads read two places at once</b>: each has its own weights and averages its own columns of V.
    </>
  ),
  4: (
    <>
      <b>A head of width 1 compares a single number.</b> Where its query is 0, every key scores the same.
    </>
  ),
}

/** “head 0 puts 89 % on “dogs””, for a row of weights. */
function describeWeights(row: readonly number[], head: number): string {
  const most = Math.max(...row)
  if (most - Math.min(...row) < 1e-9) return `head ${head} gives every token ${formatPercent(most)}`
  const best = row.flatMap((weight, j) => (weight > most - 1e-9 ? [`${formatPercent(weight)} on “${TOKENS[j]}”`] : []))
  return `head ${head} puts ${best.join(' and ')}`
}

function Named({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <p className={styles.name}>{name}</p>
      {children}
    </div>
  )
}

interface SlicesProps {
  readonly name: string
  /** For screen readers: “Queries”. */
  readonly label: string
  readonly slices: HeadSteps['queries']
  readonly token: number
}

/** A matrix cut into the columns of its heads. */
function Slices({ name, label, slices, token }: SlicesProps) {
  const width = WIDTH / slices.length
  return (
    <Named name={name}>
      <div className={styles.slices}>
        {slices.map((rows, h) => (
          <Matrix
            // biome-ignore lint/suspicious/noArrayIndexKey: a head is its index
            key={h}
            label={`${label} of head ${h}`}
            rows={rows}
            scale="signed"
            max={MAX}
            colHeads={INDICES.slice(h * width, (h + 1) * width)}
            mark={{ rows: [token] }}
            {...(h === 0 && { rowHeads: INDICES })}
          />
        ))}
      </div>
    </Named>
  )
}

interface SignedProps {
  readonly label: string
  readonly rows: MatrixRows
  readonly rowHeads: readonly ReactNode[]
  /** The row to look at. */
  readonly token: number
}

function Signed({ label, rows, rowHeads, token }: SignedProps) {
  return (
    <Matrix
      label={label}
      rows={rows}
      scale="signed"
      max={MAX}
      digits={1}
      rowHeads={rowHeads}
      colHeads={INDICES}
      mark={{ rows: [token] }}
    />
  )
}
