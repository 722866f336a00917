import { plainText } from '../plain-text.ts'
import type { ExportCard } from './export-card.ts'
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

/** Excel takes a file for UTF-8 only if it begins so; without it, `’` is shown as `â€™`. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Cards as CSV (RFC 4180): a byte order mark, a header, then a record per card, its key points a line each. `due` is a
 * moment in UTC, `stability` in days; both are empty where a card was never reviewed. Texts that a spreadsheet would run
 * as a formula have an apostrophe before them.
 */
export function csv(cards: readonly ExportCard[]): string {
  const records = [COLUMNS, ...cards.map(record)]
  return BYTE_ORDER_MARK + records.map((fields) => `${fields.map(field).join()}\r\n`).join('')
}

function record({ id, lesson, kind, question, answer, keyPoints, memory }: ExportCard): readonly string[] {
  const known = memory && memory.reps > 0 ? memory : undefined
  return [
    ...[id, lesson, kind, plainText(question), plainText(answer), keyPoints.map(plainText).join('\n')].map(
      neutralizeFormula,
    ),
    known ? new Date(known.due).toISOString() : '',
    known ? String(Math.round(known.stability * 100) / 100) : '',
    String(known?.reps ?? 0),
  ]
}

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
