import type { CSSProperties, ReactNode } from 'react'
import type { JsonNumber } from '#lib/grading/verdict.ts'
import type { MatrixScale } from './cell-look.ts'
import { formatNumber, toNumber } from './format.ts'
import heatStyles from './heat.module.css'
import styles from './matrix.module.css'
import { MatrixCell } from './matrix-cell.tsx'

export type MatrixRows = readonly (readonly (JsonNumber | boolean)[])[]

export interface MatrixProps {
  /** For screen readers: “Yours: weights”. */
  readonly label: string
  readonly rows: MatrixRows
  /** Weights go from 0 to 1; signed values from −max to max; of a mask, `true` or 0 may be seen. */
  readonly scale: MatrixScale
  /** The one maximum of the signed scale, for all matrices that are side by side. Its own when absent. */
  readonly max?: number
  readonly rowHeads?: readonly ReactNode[]
  readonly colHeads?: readonly ReactNode[]
  /** Cells drawn as a hatch, whatever their value. */
  readonly masked?: readonly (readonly boolean[])[]
  /** What is read aloud for a hatched cell; “masked” when absent. */
  readonly maskedWord?: string
  /** Cells that differ from what was expected. */
  readonly wrong?: readonly (readonly boolean[])[]
  /** The first wrong cell, that a sentence names. */
  readonly first?: { readonly row: number; readonly column: number }
  readonly caption?: ReactNode
  /** Size of a cell, as CSS has it. */
  readonly cell?: string
  /** Places after the point; `false` for no digits. Above 8 × 8 there are none. */
  readonly digits?: number | false
  /** Rows and columns to look at. */
  readonly mark?: { readonly rows?: readonly number[]; readonly columns?: readonly number[] }
  /** One more column behind the matrix: its head, and something for each row. */
  readonly after?: { readonly head: ReactNode; readonly cells: readonly ReactNode[] }
  readonly className?: string
  readonly style?: CSSProperties
}

const WITH_DIGITS = 8
const AS_TABLE = 64

/** A matrix as a table of tinted cells. Above 8 × 8 its digits go, above 64 × 64 a sentence stands for it. */
export function Matrix(props: MatrixProps) {
  const { label, rows, rowHeads, colHeads, caption, cell, mark, after } = props
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (rows.length > AS_TABLE || width > AS_TABLE)
    return <p className="quiet small">{describeMatrix(label, rows, width)}</p>
  const dense = rows.length > WITH_DIGITS || width > WITH_DIGITS
  const max = props.max ?? findLargest(rows)
  const style = { ...props.style, '--columns': width, ...(cell && { '--cell': cell }) } as CSSProperties
  return (
    <div
      className={[heatStyles.heat, styles.matrix, dense && styles.dense, props.className].filter(Boolean).join(' ')}
      style={style}
    >
      <table className={after || colHeads ? undefined : styles.brackets} aria-label={label}>
        {caption && <caption>{caption}</caption>}
        {(colHeads || after) && (
          <thead>
            <tr>
              {rowHeads && <td className="corner" />}
              {Array.from({ length: width }, (_, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its index
                <th key={j} scope="col" className={mark?.columns?.includes(j) ? 'marked' : undefined}>
                  {colHeads?.[j]}
                </th>
              ))}
              {after && (
                <th scope="col" className="after" translate="no">
                  {after.head}
                </th>
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its index
            <tr key={i}>
              {rowHeads && (
                <th scope="row" translate="no" className={mark?.rows?.includes(i) ? 'marked' : undefined}>
                  {rowHeads[i]}
                </th>
              )}
              {row.map((value, j) => (
                <MatrixCell
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its index
                  key={j}
                  value={value}
                  scale={props.scale}
                  max={max}
                  masked={props.masked?.[i]?.[j] ?? false}
                  maskedWord={props.maskedWord}
                  wrong={props.wrong?.[i]?.[j] ?? false}
                  first={props.first?.row === i && props.first.column === j}
                  marked={mark?.columns?.includes(j) ?? false}
                  digits={dense ? false : props.digits}
                />
              ))}
              {after && (
                <td className="after" translate="no">
                  {after.cells[i]}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The largest magnitude of matrices that share a scale; 1 where all is 0. */
export function findLargest(...matrices: readonly MatrixRows[]): number {
  let max = 0
  for (const rows of matrices)
    for (const row of rows)
      for (const value of row) {
        const size = typeof value === 'boolean' ? 0 : Math.abs(toNumber(value))
        if (Number.isFinite(size) && size > max) max = size
      }
  return max || 1
}

function describeMatrix(label: string, rows: MatrixRows, width: number): string {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const row of rows)
    for (const value of row) {
      low = Math.min(low, Number(value))
      high = Math.max(high, Number(value))
    }
  return `${label}: ${formatNumber(rows.length)} rows of ${formatNumber(width)}, from ${formatNumber(low)} to ${formatNumber(high)}.`
}
