import type { JsonNumber } from '#lib/grading/verdict.ts'
import { formatCell, formatNumber, toNumber } from './format.ts'

export type MatrixScale = 'weights' | 'signed' | 'mask'

/** How a value looks as a cell: in matrices and in the values next to the code. */
export interface CellLook {
  /** `v` for weights, `d` for signed values, `inf` for −∞ and what is masked, `zero`, `nan`. */
  readonly className: string
  /** The custom property that tints a cell: `--v` from 0 to 1, or `--d` from −1 to 1. */
  readonly tint?: Readonly<Record<string, number>>
  /** What is in the cell; nothing where the tint says it all. */
  readonly text: string
  /** What is read aloud. */
  readonly spokenText: string
}

/** A cell that the mask hides. */
export const MASKED_CELL: CellLook = { className: 'inf', text: '', spokenText: 'masked' }

/**
 * Computes how a value looks as a cell.
 *
 * @param max  the absolute value that gets the full tint, on the scale `signed`
 * @param digits  places after the point; false where the cell is too small for digits
 */
export function computeCellLook(
  value: JsonNumber | boolean,
  scale: MatrixScale,
  max: number,
  digits?: number | false,
): CellLook {
  if (typeof value === 'boolean')
    return value
      ? { className: 'v', tint: { '--v': 1 }, text: '1', spokenText: 'true' }
      : { ...MASKED_CELL, spokenText: 'false' }
  const x = toNumber(value)
  if (Number.isNaN(x)) return { className: 'nan', text: 'NaN', spokenText: 'NaN' }
  if (x === Number.NEGATIVE_INFINITY) return { className: 'inf', text: '−∞', spokenText: 'minus infinity' }
  const places = digits === false ? undefined : digits
  const text = formatCell(x, scale, places)
  const spokenText = digits === false ? formatNumber(x, 3) : text
  if (x === 0) return { className: 'zero', text, spokenText }
  if (scale === 'signed') return { className: 'd', tint: { '--d': round(clamp(x / max, -1, 1)) }, text, spokenText }
  return { className: 'v', tint: { '--v': round(clamp(x, 0, 1)) }, text, spokenText }
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x))
const round = (x: number): number => Number(x.toFixed(3))
