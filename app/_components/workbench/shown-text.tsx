import type { ReactNode } from 'react'
import type { DisplayValue, JsonNumber } from '#lib/grading/verdict.ts'
import { formatNumber } from '../figure/format.ts'

/** A value on one line, as mathematics has it: a vector `[1 2 1]`, a column `[1 2 1]ᵀ`, rows `[1 2; 3 4]`. */
export function ShownText({ value }: { readonly value: DisplayValue }): ReactNode {
  return <span translate="no">{format(value)}</span>
}

function format(value: DisplayValue): ReactNode {
  switch (value.kind) {
    case 'number':
      return number(value.value)
    case 'text':
      return value.text
    case 'matrix':
      return rows(
        value.rows.map((row) => row.map(number)),
        value.vector,
      )
    case 'mask':
      return rows(
        value.rows.map((row) => row.map((seen) => (seen ? '1' : '0'))),
        value.vector,
      )
  }
}

const number = (value: JsonNumber): string => formatNumber(value, 3).replaceAll(',', '')

function rows(cells: readonly (readonly string[])[], vector: boolean): ReactNode {
  if (vector) return `[${cells[0]?.join(' ') ?? ''}]`
  if (cells.length > 1 && cells.every((row) => row.length === 1))
    return (
      <>
        [{cells.map(([cell]) => cell).join(' ')}]<sup>T</sup>
      </>
    )
  return `[${cells.map((row) => row.join(' ')).join('; ')}]`
}
