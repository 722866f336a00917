import type { CSSProperties } from 'react'
import type { JsonNumber } from '#lib/grading/verdict.ts'
import { formatCell, formatNumber, toNumber } from './format.ts'

export type MatrixScale = 'weights' | 'signed' | 'mask'

interface MatrixCellProps {
  readonly value: JsonNumber | boolean
  readonly scale: MatrixScale
  readonly max: number
  readonly masked: boolean
  readonly wrong: boolean
  readonly first: boolean
  readonly marked: boolean
  readonly digits?: number | false | undefined
}

/** One cell: its tint, its digits, and its marks with a word for each. */
export function MatrixCell({ value, scale, max, masked, wrong, first, marked, digits }: MatrixCellProps) {
  const look = masked ? HATCH : computeLook(value, scale, max, digits)
  const className = [look.className, wrong && 'bad', wrong && first && 'first', marked && 'marked']
  return (
    <td
      translate="no"
      className={className.filter(Boolean).join(' ')}
      style={look.style}
      title={digits === false && !masked ? look.spokenText : undefined}
    >
      {look.text !== '' && digits !== false && (
        <span aria-hidden={look.text !== look.spokenText || undefined}>{look.text}</span>
      )}
      {(look.text !== look.spokenText || digits === false) && (
        <span className="vh" translate="yes">
          {look.spokenText}
        </span>
      )}
      {wrong && (
        <span className="vh" translate="yes">
          {' wrong'}
        </span>
      )}
    </td>
  )
}

interface Look {
  readonly className: string
  readonly style?: CSSProperties
  /** What stands in the cell; nothing where the tint says it all. */
  readonly text: string
  /** What is read aloud. */
  readonly spokenText: string
}

const HATCH: Look = { className: 'inf', text: '', spokenText: 'masked' }

function computeLook(
  value: JsonNumber | boolean,
  scale: MatrixScale,
  max: number,
  digits: number | false | undefined,
): Look {
  if (typeof value === 'boolean')
    return value
      ? { className: 'v', style: tint('--v', 1), text: '1', spokenText: 'true' }
      : { ...HATCH, spokenText: 'false' }
  const x = toNumber(value)
  if (Number.isNaN(x)) return { className: 'nan', text: 'NaN', spokenText: 'NaN' }
  if (x === Number.NEGATIVE_INFINITY) return { className: 'inf', text: '−∞', spokenText: 'minus infinity' }
  const places = digits === false ? undefined : digits
  const shown = formatCell(x, scale, places)
  const said = digits === false ? formatNumber(x, 3) : shown
  if (x === 0) return { className: 'zero', text: shown, spokenText: said }
  if (scale === 'signed')
    return { className: 'd', style: tint('--d', clamp(x / max, -1, 1)), text: shown, spokenText: said }
  return { className: 'v', style: tint('--v', clamp(x, 0, 1)), text: shown, spokenText: said }
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x))
const tint = (name: '--v' | '--d', x: number): CSSProperties => ({ [name]: Number(x.toFixed(3)) }) as CSSProperties
