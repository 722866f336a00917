import { createAxis } from '#app/_components/figure/axis.ts'
import styles from '#app/_components/figure/plot.module.css'
import { PlotFrame } from '#app/_components/figure/plot-frame.tsx'
import { formatDay } from '#app/_components/ui/format-day.ts'
import { spellCount } from '../../../_components/ui/spell-number.ts'

interface DayBarsProps {
  readonly label: string
  readonly days: readonly { readonly day: string; readonly count: number; readonly minutes?: number }[]
  /** What is counted: “review”. */
  readonly unit: string
}

/** A bar a day, and the same as a table. */
export function DayBars({ label, days, unit }: DayBarsProps) {
  const total = days.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <p className="prose">None in these {days.length} days.</p>
  const y = createAxis([0, ...days.map(({ count }) => count)])
  const whole = { ...y, ticks: y.ticks.filter(Number.isInteger) }
  const x = { at: (day: number) => day / days.length, ticks: [] }
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  return (
    <PlotFrame
      label={`${label}, ${formatDay(first)} to ${formatDay(last)}: ${spellCount(total, unit)} in all`}
      {...{ x, y: whole }}
      xLabel={`${formatDay(first)} to ${formatDay(last)}`}
      yLabel={`${unit}s`}
      formatX={String}
      formatY={(count) => `${count}`}
      table={<DayTable label={label} days={days} unit={unit} />}
    >
      <g className={styles.bars}>
        {days.map(({ day, count }, i) => {
          const height = 100 * Math.min(1, y.at(count))
          return (
            <rect
              key={day}
              x={(100 * x.at(i) + 0.3).toFixed(2)}
              y={(100 - height).toFixed(2)}
              width={(100 / days.length - 0.6).toFixed(2)}
              height={height.toFixed(2)}
            />
          )
        })}
      </g>
    </PlotFrame>
  )
}

function DayTable({ label, days, unit }: DayBarsProps) {
  const hasMinutes = days.some(({ minutes }) => minutes !== undefined)
  return (
    <table>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">{unit}s</th>
          {hasMinutes && <th scope="col">Minutes</th>}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, count, minutes }) => (
          <tr key={day}>
            <th scope="row">{formatDay(day)}</th>
            <td>{count}</td>
            {hasMinutes && <td>{Math.round(minutes ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
