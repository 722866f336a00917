import { cardPlainText } from '../card-html.ts'
import type { ExportCard } from './export-cards.ts'

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
export function formatCsv(cards: readonly ExportCard[]): string {
  return formatRecords([COLUMNS, ...cards.map(record)])
}

/** Formats records as CSV, with a byte order mark. */
export const formatRecords = (records: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + records.map((fields) => `${fields.map(field).join()}\r\n`).join('')

function record({ id, lesson, kind, question, answer, keyPoints, memory }: ExportCard): readonly string[] {
  const reviewedMemory = memory && memory.reps > 0 ? memory : undefined
  return [
    ...[id, lesson, kind, toLine(question), cardPlainText(answer), keyPoints.map(toLine).join('\n')].map(
      neutralizeFormula,
    ),
    reviewedMemory ? new Date(reviewedMemory.due).toISOString() : '',
    reviewedMemory ? String(Math.round(reviewedMemory.stability * 100) / 100) : '',
    String(reviewedMemory?.reps ?? 0),
  ]
}

const toLine = (text: string): string => cardPlainText(text, { isLine: true })

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Characters that a spreadsheet may skip at the start of a cell: spaces, direction marks and quotation marks. */
const SKIPPED = String.raw`[\s\p{Cf}"'’‘“”]*`
/** What a formula begins with, including full-width forms (from East Asian keyboards) and Unicode’s small forms. */
const OPERATOR = '[=+\\-@＝＋－＠﹦﹢﹣﹫]'

/** At the start of a cell. A leading tab or line break alone makes some spreadsheets evaluate what follows. */
const AT_START = new RegExp(String.raw`^(?=${SKIPPED}${OPERATOR}|[\t\r\n])`, 'u')
/** The same after a character that separates cells or records in a spreadsheet that is not set to use commas. */
const AFTER_SEPARATOR = new RegExp(String.raw`(?<=[;\t\r\n])(?=${SKIPPED}${OPERATOR})`, 'gu')

/**
 * Puts an apostrophe in front of everything that a spreadsheet could run as a formula. Excel, LibreOffice and Google
 * Sheets run cells that begin with `=`, `+`, `-` or `@`, even from a CSV file.
 *
 * @returns the text unchanged if nothing in it could run
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const neutralizeFormula = (text: string): string => text.replace(AT_START, "'").replaceAll(AFTER_SEPARATOR, "'")
