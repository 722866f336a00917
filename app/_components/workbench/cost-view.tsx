import { describeCost } from '#lib/grading/cost.ts'
import type { Cost } from '#lib/grading/verdict.ts'
import { formatNumber } from '../figure/format.ts'
import { LinePlot, type LineSeries } from '../figure/line-plot.tsx'
import styles from './cost-view.module.css'

/** How the work grows, in a sentence and a small line on logarithmic axes. */
export function CostLine({ cost }: { readonly cost: Cost }) {
  return (
    <div className={`quiet small ${styles.cost}`}>
      <p>
        <b>Cost</b> {describeCost(cost)}
        {!cost.graded && ' It is counted here, not graded.'}
      </p>
      <SmallLine cost={cost} />
    </div>
  )
}

/** The same as a graph, with n and n² for comparison. */
export function CostGraph({ cost }: { readonly cost: Cost }) {
  const [n0 = 1] = cost.sizes
  const [w0 = 1] = cost.work
  const last = cost.sizes.length - 1
  const grows = (power: number, name: string): LineSeries => ({
    name,
    tone: 'quiet',
    dashed: true,
    points: cost.sizes.map((n) => [n, w0 * (n / n0) ** power] as const),
  })
  const guides = [grows(1, '∝ n'), grows(2, '∝ n²')].filter((_, i) => Math.abs(cost.exponent - (i + 1)) > 0.2)
  const yours: LineSeries = { name: 'yours', points: cost.sizes.map((n, i) => [n, cost.work[i] ?? 0] as const) }
  return (
    <section className={styles.growth}>
      <h4 className="h-ui">
        Cost: {formatNumber(cost.work[last] ?? 0)} units of work at {cost.size} {formatNumber(cost.sizes[last] ?? 0)}
      </h4>
      <p className="quiet small">{describeCost(cost)}</p>
      <LinePlot
        label={`Work against ${cost.size}, on logarithmic axes. ${describeCost(cost)}`}
        series={[...guides, yours]}
        xLabel={cost.size}
        yLabel="units of work"
        logX
        logY
      />
    </section>
  )
}

const WIDTH = 102
const HEIGHT = 42
function SmallLine({ cost }: { readonly cost: Cost }) {
  const log = (x: number) => Math.log2(Math.max(1, x))
  const [n0 = 1] = cost.sizes
  const [w0 = 1] = cost.work
  const wide = log((cost.sizes.at(-1) ?? 1) / n0) || 1
  const high = Math.max(log((cost.work.at(-1) ?? 1) / w0), wide)
  const points = cost.sizes.map((n, i) => {
    const x = 8 + (WIDTH * log(n / n0)) / wide
    const y = 52 - (HEIGHT * log((cost.work[i] ?? 1) / w0)) / high
    return { n, x, y }
  })
  return (
    <svg viewBox="0 0 130 66" width="130" height="66" aria-hidden="true">
      <path
        d={`M8 52 L${8 + WIDTH} ${52 - (HEIGHT * wide) / high}`}
        stroke="var(--rule-strong)"
        strokeDasharray="2 3"
      />
      <path
        d={points.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x} ${y}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.75"
      />
      {points.map(({ n, x, y }) => (
        <g key={n}>
          <circle cx={x} cy={y} r="2.75" fill="var(--accent)" />
          <text x={x} y="65" textAnchor="middle">
            {n}
          </text>
        </g>
      ))}
    </svg>
  )
}
