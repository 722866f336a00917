import { createAxis } from './axis.ts'
import { formatNumber, formatPercent } from './format.ts'
import styles from './plot.module.css'
import { PlotFrame } from './plot-frame.tsx'

export interface HistogramProps {
  readonly label: string
  readonly values: readonly number[]
  /** Values outside it count in the outermost bars. */
  readonly domain: readonly [low: number, high: number]
  readonly bins?: number
  readonly xLabel: string
  readonly yLabel?: string
  readonly formatX?: (x: number) => string
  /** The share that fills the height, when several histograms are side by side. */
  readonly max?: number
}

/** How values are spread: the share of them in each of equal ranges. */
export function Histogram(props: HistogramProps) {
  const { label, values, domain, bins = 24, xLabel, yLabel = 'share of values', formatX = formatNumber, max } = props
  const shares = countShares(values, domain, bins)
  const top = max ?? Math.max(...shares)
  const x = createAxis(domain, { tight: true })
  const y = createAxis([0, top])
  const width = (domain[1] - domain[0]) / bins
  return (
    <PlotFrame
      {...{ label, x, y, xLabel, yLabel, formatX }}
      formatY={(share) => formatPercent(share)}
      table={
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{xLabel}</th>
              <th scope="col">{yLabel}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index
              <tr key={i}>
                <th scope="row">
                  {formatX(domain[0] + i * width)} to {formatX(domain[0] + (i + 1) * width)}
                </th>
                <td>{formatPercent(share, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <g className={styles.bars}>
        {shares.map((share, i) => {
          const left = 100 * x.at(domain[0] + i * width)
          const height = 100 * Math.min(1, y.at(share))
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index
              key={i}
              x={(left + 0.15).toFixed(2)}
              y={(100 - height).toFixed(2)}
              width={Math.max(0.1, 100 * (x.at(domain[0] + width) - x.at(domain[0])) - 0.3).toFixed(2)}
              height={height.toFixed(2)}
            />
          )
        })}
      </g>
    </PlotFrame>
  )
}

/** The share of values in each of `bins` equal ranges of the domain. */
export function countShares(values: readonly number[], [low, high]: readonly [number, number], bins: number): number[] {
  const shares = new Array<number>(bins).fill(0)
  for (const x of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((x - low) / (high - low)) * bins)))
    shares[bin] = (shares[bin] ?? 0) + 1 / values.length
  }
  return shares
}
