import { parser } from '@lezer/javascript'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'

/** The first word of a program that does not fit where it stands. */
export interface UnfitWord {
  readonly word: string
  readonly place: TextPosition
}

const typed = parser.configure({ dialect: 'ts jsx' })

/**
 * Finds where a text ceases to be TypeScript. A compiler that tries several readings of a bracket names the bracket;
 * this parser reads on to the word that fits none.
 */
export function unfitWord(text: string): UnfitWord | undefined {
  const cursor = typed.parse(text).cursor()
  do {
    if (!cursor.type.isError) continue
    const word = /^(?:\w+|\S)/.exec(text.slice(cursor.from).trimStart())?.[0] ?? ''
    return { word, place: textPositionAt(text, cursor.from) }
  } while (cursor.next())
  return undefined
}
