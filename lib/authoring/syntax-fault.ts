import { parser } from '@lezer/javascript'
import { Parser } from 'acorn'
import jsx from 'acorn-jsx'
import { transform } from 'sucrase'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'

/** Why a text does not parse, and where. */
export interface SyntaxFault {
  readonly reason: string
  readonly line: number
  readonly column: number
}

const JsxParser = Parser.extend(jsx())

/** Why a file of TypeScript with JSX does not parse; undefined where it does. */
export function findSyntaxFault(text: string): SyntaxFault | undefined {
  try {
    // types are taken out, lines stay
    const { code } = transform(text, {
      transforms: ['typescript', 'jsx'],
      jsxRuntime: 'preserve',
      disableESTransforms: true,
    })
    JsxParser.parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    const unfit = findUnfitWord(text)
    if (unfit && unfit.word !== '') return { reason: `“${unfit.word}” does not fit here`, ...unfit.position }
    const [, line = '1', column = '1'] = /\((\d+):(\d+)\)/.exec(thrown.message) ?? []
    const reason = thrown.message.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)/, '')
    return { reason, line: Number(line), column: Math.max(1, Number(column)) }
  }
}

/** The first word of a program that does not fit where it is. */
interface UnfitWord {
  readonly word: string
  readonly position: TextPosition
}

const typed = parser.configure({ dialect: 'ts jsx' })

/**
 * Finds where a text ceases to be TypeScript. A compiler that tries several readings of a bracket names the bracket;
 * this parser reads on to the word that fits none.
 */
export function findUnfitWord(text: string): UnfitWord | undefined {
  const cursor = typed.parse(text).cursor()
  do {
    if (!cursor.type.isError) continue
    const word = /^(?:\w+|\S)/.exec(text.slice(cursor.from).trimStart())?.[0] ?? ''
    return { word, position: textPositionAt(text, cursor.from) }
  } while (cursor.next())
  return undefined
}
