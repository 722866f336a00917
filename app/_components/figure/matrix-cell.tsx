import type { CSSProperties } from 'react'
import type { JsonNumber } from '#lib/grading/verdict.ts'
import { computeCellLook, MASKED_CELL, type MatrixScale } from './cell-look.ts'

interface MatrixCellProps {
  readonly value: JsonNumber | boolean
  readonly scale: MatrixScale
  readonly max: number
  readonly masked: boolean
  readonly maskedWord: string | undefined
  readonly wrong: boolean
  readonly first: boolean
  readonly marked: boolean
  readonly digits?: number | false | undefined
}

/** One cell: its tint, its digits, and its marks with a word for each. */
export function MatrixCell({
  value,
  scale,
  max,
  masked,
  maskedWord = MASKED_CELL.spokenText,
  wrong,
  first,
  marked,
  digits,
}: MatrixCellProps) {
  const look = masked ? { ...MASKED_CELL, spokenText: maskedWord } : computeCellLook(value, scale, max, digits)
  const className = [look.className, wrong && 'bad', wrong && first && 'first', marked && 'marked']
  return (
    <td
      translate="no"
      className={className.filter(Boolean).join(' ')}
      style={look.tint as CSSProperties | undefined}
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
