import { type Options, type TransformResult, transform } from 'sucrase/dist/index.js'
import nameManagerModule from 'sucrase/dist/NameManager.js'
import stateModule from 'sucrase/dist/parser/tokenizer/state.js'
import tokenProcessorModule from 'sucrase/dist/TokenProcessor.js'
import { CompileError } from './compile-error.ts'
import { positionAt } from './position.ts'

// In Node the default export of a CommonJS module is the whole module; in a bundler it is the module’s own `default`.
const State = 'default' in stateModule ? stateModule.default : stateModule
const TokenProcessor = 'default' in tokenProcessorModule ? tokenProcessorModule.default : tokenProcessorModule
const NameManager = 'default' in nameManagerModule ? nameManagerModule.default : nameManagerModule

/** How many characters may be reread per character of the source. Real code needs less than two. */
const MAX_REREAD_RATIO = 4
/** How many characters may be reread in any source, because a short one may consist of one hard construct. */
const FREE_REREAD = 4096
/** The cost of backtracking itself, in characters. */
const BACKTRACK_COST = 16

/**
 * Runs sucrase’s `transform` in time that is linear in the length of the source.
 *
 * If sucrase can’t tell what it is parsing (parentheses or an arrow function’s parameters, `<` or type arguments), it
 * tries one interpretation and backtracks to try the other; and it processes classes twice. Every level of nesting at
 * least doubles the time. We count rereads and not time, so that every machine refuses the same source at the same
 * position.
 *
 * If no interpretation works, sucrase reports where the last one failed, which may be far before the mistake: for
 * `const f = () => [1 2]`, at the first `=`. We report the one that got furthest.
 *
 * @throws CompileError if it would have to reread too much; and whatever sucrase throws
 */
export function boundedTransform(source: string, options: Options): TransformResult {
  let budget = source.length * MAX_REREAD_RATIO + FREE_REREAD
  const spend = (from: number, to: number) => {
    budget -= BACKTRACK_COST + Math.max(0, to - from)
    if (budget < 0) throw new CompileError(TOO_NESTED, positionAt(source, from))
  }
  let furthest: ParseError | undefined
  const { restoreFromSnapshot } = State.prototype
  const { restoreToSnapshot } = TokenProcessor.prototype
  const { claimFreeName } = NameManager.prototype
  State.prototype.restoreFromSnapshot = function (snapshot) {
    if (this.error && isFurther(this.error, furthest)) furthest = this.error
    spend(snapshot.start, this.error?.pos ?? this.pos)
    restoreFromSnapshot.call(this, snapshot)
  }
  TokenProcessor.prototype.restoreToSnapshot = function (snapshot) {
    const startAt = (index: number) => this.tokens[index]?.start ?? source.length
    spend(startAt(snapshot.tokenIndex), startAt(this.tokenIndex))
    restoreToSnapshot.call(this, snapshot)
  }
  NameManager.prototype.claimFreeName = nameClaimer()
  try {
    return transform(source, options)
  } catch (error) {
    if (furthest && error instanceof SyntaxError && isFurther(furthest, error)) throw furthest
    throw error
  } finally {
    State.prototype.restoreFromSnapshot = restoreFromSnapshot
    TokenProcessor.prototype.restoreToSnapshot = restoreToSnapshot
    NameManager.prototype.claimFreeName = claimFreeName
  }
}

type ParseError = Error & { readonly pos?: number }

const isFurther = ({ pos = -1 }: ParseError, other: ParseError | undefined): boolean => pos > (other?.pos ?? -1)

const TOO_NESTED =
  'Types, functions or classes are nested too deeply here. Move inner parts into declarations of their own.'

/**
 * Claims the same names as sucrase’s own method, which starts every search at the first number and so takes quadratic
 * time for a class with many fields.
 */
function nameClaimer() {
  const lastNumbers = new Map<string, number>()
  return function (this: InstanceType<typeof NameManager>, name: string): string {
    let number = lastNumbers.get(name) ?? 1
    let uniqueName = number === 1 ? name : `${name}${number}`
    while (this.usedNames.has(uniqueName)) uniqueName = `${name}${++number}`
    lastNumbers.set(name, number)
    this.usedNames.add(uniqueName)
    return uniqueName
  }
}
