/** Spaces, marks of the text direction and quotation marks: what a spreadsheet may skip before it looks at a cell. */
const SKIPPED = String.raw`[\s\p{Cf}"'’‘“”]*`
/** What a formula begins with, also in full width, as East Asian keyboards type it, and in the small forms of Unicode. */
const OPERATOR = '[=+\\-@＝＋－＠﹦﹢﹣﹫]'

/** A cell that begins so. A tab or a line break alone already makes some spreadsheets look at what follows. */
const AT_START = new RegExp(String.raw`^(?=${SKIPPED}${OPERATOR}|[\t\r\n])`, 'u')
/** The same after what divides cells or records where a spreadsheet is set to another separator than the comma. */
const AFTER_SEPARATOR = new RegExp(String.raw`(?<=[;\t\r\n])(?=${SKIPPED}${OPERATOR})`, 'gu')

/**
 * A text that no spreadsheet runs as a formula: an apostrophe stands before whatever could begin one. Excel, LibreOffice
 * and Google Sheets run cells that begin with `=`, `+`, `-` or `@`, also those of a file.
 *
 * @returns the same text where nothing in it could run
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const neutralizeFormula = (text: string): string => text.replace(AT_START, "'").replaceAll(AFTER_SEPARATOR, "'")
