'use client'

import { useState } from 'react'
import { Button } from '#app/_components/figure/button.ts'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatBytes, formatNumber, withUnit } from '#app/_components/figure/format.ts'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'
import numberTableStyles from '#app/_components/figure/number-table.module.css'
import { Readout } from '#app/_components/figure/readout.tsx'
import {
  computeGrowth,
  createRun,
  FITTED,
  type Growth,
  isNextAffordable,
  type Measurement,
  measureRun,
  SIZES,
  WIDTH,
} from './measure-attention.ts'
import styles from './measured-cost.module.css'

const SEED = 11
const BYTES_PER_NUMBER = 8

/** Runs attention on the reader's own machine at several lengths and fits how its time grows. */
export function MeasuredCost() {
  const [measurements, setMeasurements] = useState<readonly Measurement[]>([])
  const [isRunning, setRunning] = useState(false)

  async function measure() {
    if (isRunning) return
    setRunning(true)
    setMeasurements([])
    const run = createRun(SEED)
    const found: Measurement[] = []
    for (const n of SIZES) {
      await nextFrame()
      const measurement = measureRun(n, run, () => performance.now())
      found.push(measurement)
      setMeasurements([...found])
      if (!isNextAffordable(measurement)) break
    }
    setRunning(false)
  }

  return (
    <Figure
      title="Measured cost."
      caption={
        <>
          One head of width {WIDTH}, in plain JavaScript, with all n² scores stored as 8-byte numbers. The times are
          those of your machine. A slow machine stops before the last size.
        </>
      }
      controls={
        <Button onClick={measure} aria-disabled={isRunning}>
          {isRunning ? 'Measuring …' : 'Measure on this machine'}
        </Button>
      }
    >
      <div className={styles.parts}>
        <Times measurements={measurements} />
        <div className={styles.plot}>
          <Plot measurements={measurements} />
        </div>
      </div>
      <div className={styles.result}>
        <Readout>
          {isRunning ? 'Measuring …' : describeGrowth(computeGrowth(measurements), measurements.length)}
        </Readout>
      </div>
    </Figure>
  )
}

/** Lets the browser show what was measured so far. */
const nextFrame = () => new Promise<void>((resolve) => setTimeout(resolve, 30))

/** One row per size, there from the beginning; filled as the times come. */
function Times({ measurements }: { readonly measurements: readonly Measurement[] }) {
  return (
    <table className={`${numberTableStyles.numbers} ${styles.times}`}>
      <thead>
        <tr>
          <th scope="col">tokens n</th>
          <th scope="col">scores n²</th>
          <th scope="col">bytes</th>
          <th scope="col">time</th>
          <th scope="col">factor</th>
        </tr>
      </thead>
      <tbody>
        {SIZES.map((n, i) => {
          const [before, now] = [measurements[i - 1], measurements[i]]
          return (
            <tr key={n}>
              <th scope="row">{formatNumber(n)}</th>
              <td>{formatNumber(now?.scores ?? n * n)}</td>
              <td>{formatBytes((now?.scores ?? n * n) * BYTES_PER_NUMBER)}</td>
              <td>{now ? formatMs(now.ms) : '–'}</td>
              <td>{now && before && before.ms > 0 ? `× ${formatNumber(now.ms / before.ms, 1, true)}` : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Plot({ measurements }: { readonly measurements: readonly Measurement[] }) {
  const points = measurements.filter(({ ms }) => ms > 0).map(({ n, ms }) => [n, ms] as const)
  const last = points.at(-1)
  if (points.length < 2 || !last)
    return <p className={`quiet small ${styles.empty}`}>The plot appears when you measure.</p>
  return (
    <LinePlot
      series={[
        { name: 'measured', points },
        // below the measured line, so that their names don't cover each other: only its slope counts
        {
          name: '∝ n²',
          points: points.map(([n]) => [n, 0.3 * last[1] * (n / last[0]) ** 2]),
          tone: 'quiet',
          dashed: true,
        },
      ]}
      xLabel="tokens n"
      yLabel="milliseconds"
      formatY={(ms) => formatNumber(ms, 3)}
      logX
      logY
    />
  )
}

function describeGrowth(growth: Growth | undefined, count: number): string {
  if (count === 0) return 'Nothing is measured yet. If the time grows like n², each factor is about 4.'
  if (!growth)
    return `Fewer than ${FITTED} sizes could be timed on this machine, too few to fit a slope. Measure again when it is less busy.`
  const from = formatNumber(growth.sizes[0] ?? 0)
  const to = formatNumber(growth.sizes.at(-1) ?? 0)
  const slope = `From ${from} to ${to} tokens, your time grows like n to the power of ${formatNumber(growth.slope, 2, true)}.`
  return `${slope} ${AGREEMENT[growth.agreement]}`
}

const AGREEMENT: Readonly<Record<Growth['agreement'], string>> = {
  'as-predicted': 'That agrees with n²: twice as many tokens take about four times as long.',
  slower:
    'That is slower growth than n². At these sizes, costs that grow more slowly still count: function calls, new arrays, the output itself. The counted work grows like n² all the same.',
  faster:
    'That is faster growth than n², though the counted work is n². Larger matrices may no longer fit in the processor’s cache, or garbage collection or another program took some of the time. Measure again.',
}

function formatMs(ms: number): string {
  if (ms >= 1000) return withUnit(formatNumber(ms / 1000, 1), 's')
  return withUnit(formatNumber(ms, ms < 1 ? 3 : ms < 100 ? 1 : 0), 'ms')
}
