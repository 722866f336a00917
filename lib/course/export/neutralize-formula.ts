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
