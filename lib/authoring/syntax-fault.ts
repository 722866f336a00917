import { Parser } from 'acorn'
import jsx from 'acorn-jsx'
import { transform } from 'sucrase'
import { unfitWord } from './unfit-word.ts'

/** Why a text does not parse, and where. */
export interface SyntaxFault {
  readonly reason: string
  readonly line: number
  readonly column: number
}

const JsxParser = Parser.extend(jsx())

/** Why a file of TypeScript with JSX does not parse; undefined where it does. */
export function syntaxFault(text: string): SyntaxFault | undefined {
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
    const unfit = unfitWord(text)
    if (unfit && unfit.word !== '') return { reason: `“${unfit.word}” does not fit here`, ...unfit.place }
    const [, line = '1', column = '1'] = /\((\d+):(\d+)\)/.exec(thrown.message) ?? []
    const reason = thrown.message.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)/, '')
    return { reason, line: Number(line), column: Math.max(1, Number(column)) }
  }
}
