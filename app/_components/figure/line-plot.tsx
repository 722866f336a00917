import { createAxis } from './axis.ts'
import { formatNumber } from './format.ts'
import styles from './plot.module.css'
import { PlotFrame } from './plot-frame.tsx'
import { TONE_CLASS, type Tone } from './tone.ts'

export interface LineSeries {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly tone?: Tone
  /** A line to compare with, such as “∝ n²”. */
  readonly dashed?: boolean
}

export interface LinePlotProps {
  readonly label?: string
  readonly series: readonly LineSeries[]
  readonly xLabel: string
  readonly yLabel: string
  readonly logX?: boolean
  readonly logY?: boolean
  readonly formatX?: (x: number) => string
  readonly formatY?: (y: number) => string
  /** A value of x to look at. */
  readonly at?: number
  /** False where lines end at the same point, so that their names would cover each other; the caption names them. */
  readonly hasNames?: boolean
}

/** As a share of the plot's height. */
const ROOM_FOR_A_WORD = 0.15

/** Lines over two axes, each named at its end unless `hasNames` is false. */
export function LinePlot(props: LinePlotProps) {
  const {
    series,
    xLabel,
    yLabel,
    logX = false,
    logY = false,
    formatX = formatNumber,
    formatY = formatNumber,
    at,
    hasNames = true,
  } = props
  const x = createAxis(
    series.flatMap((line) => line.points.map(([x]) => x)),
    { log: logX, tight: true },
  )
  const y = createAxis(
    series.flatMap((line) => line.points.map(([, y]) => y)),
    { log: logY, from: logY ? undefined : 0 },
  )
  const to = ([px, py]: readonly [number, number]) => `${round(100 * x.at(px))} ${round(100 - 100 * y.at(py))}`
  const lines = series.map((line) => ({
    ...line,
    points: line.points.filter(([px, py]) => (!logX || px > 0) && (!logY || py > 0)),
  }))
  const names = series.map((line) => line.name).join(', ')
  return (
    <PlotFrame
      label={props.label ?? `${yLabel} against ${xLabel}: ${names}`}
      {...{ x, y, xLabel, yLabel, formatX, formatY }}
      words={lines.flatMap(({ name, points, tone }) => {
        const last = points.at(-1)
        if (!last || !hasNames) return []
        const [end, lowest] = [
          y.at(last[1]),
          Math.min(...lines.map((line) => y.at(line.points.at(-1)?.[1] ?? last[1]))),
        ]
        // the lowest line is named under its end, clear of the lines above it, where there is room
        const below = lines.length > 1 && end === lowest && end > ROOM_FOR_A_WORD
        return [{ x: x.at(last[0]), y: end, text: name, tone: tone ?? 'accent', below }]
      })}
      table={<DataTable {...props} />}
    >
      {at !== undefined && <path className={styles.at} d={`M${round(100 * x.at(at))} 0V100`} />}
      {lines.map(({ name, points, tone = 'accent', dashed }) => (
        <g key={name} className={`${styles.line} ${TONE_CLASS[tone]} ${dashed ? styles.dashed : ''}`}>
          <path d={points.map((p, i) => `${i ? 'L' : 'M'}${to(p)}`).join('')} />
          {!dashed && points.length <= 16 && (
            <path className={styles.dots} d={points.map((p) => `M${to(p)}h0`).join('')} />
          )}
        </g>
      ))}
    </PlotFrame>
  )
}

function DataTable({ series, xLabel, yLabel, formatX = formatNumber, formatY = formatNumber }: LinePlotProps) {
  const xs = [...new Set(series.flatMap((line) => line.points.map(([x]) => x)))].sort((a, b) => a - b)
  return (
    <table>
      <caption>{yLabel}</caption>
      <thead>
        <tr>
          <th scope="col">{xLabel}</th>
          {series.map((line) => (
            <th key={line.name} scope="col">
              {line.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {xs.map((x) => (
          <tr key={x}>
            <th scope="row">{formatX(x)}</th>
            {series.map((line) => {
              const point = line.points.find(([px]) => px === x)
              return <td key={line.name}>{point ? formatY(point[1]) : ''}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const round = (x: number): number => Number(x.toFixed(2))
