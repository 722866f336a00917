import { cardPlainText } from '../card-html.ts'
import type { ExportCard } from './export-cards.ts'
import { neutralizeFormula } from './neutralize-formula.ts'

/** The first line of the file. */
export const COLUMNS = [
  'id',
  'lesson',
  'kind',
  'question',
  'answer',
  'key points',
  'due',
  'stability',
  'reviews',
] as const

/** Excel reads a file as UTF-8 only if it begins with this; otherwise it shows `’` as `â€™`. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Formats cards as CSV (RFC 4180): a byte order mark, a header, then one record per card, with one key point per line.
 * `due` is in UTC, `stability` in days; both are empty if a card was never reviewed. Text that a spreadsheet would run
 * as a formula gets an apostrophe in front.
 */
export function csv(cards: readonly ExportCard[]): string {
  return formatRecords([COLUMNS, ...cards.map(record)])
}

/** Formats records as CSV, with a byte order mark. */
export const formatRecords = (records: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + records.map((fields) => `${fields.map(field).join()}\r\n`).join('')

function record({ id, lesson, kind, question, answer, keyPoints, memory }: ExportCard): readonly string[] {
  const known = memory && memory.reps > 0 ? memory : undefined
  return [
    ...[id, lesson, kind, toLine(question), cardPlainText(answer), keyPoints.map(toLine).join('\n')].map(
      neutralizeFormula,
    ),
    known ? new Date(known.due).toISOString() : '',
    known ? String(Math.round(known.stability * 100) / 100) : '',
    String(known?.reps ?? 0),
  ]
}

const toLine = (text: string): string => cardPlainText(text, { isLine: true })

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
