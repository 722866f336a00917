import { type Options, type TransformResult, transform } from 'sucrase/dist/index.js'
import nameManagerModule from 'sucrase/dist/NameManager.js'
import stateModule from 'sucrase/dist/parser/tokenizer/state.js'
import tokenProcessorModule from 'sucrase/dist/TokenProcessor.js'
import { CompileError } from './compile-error.ts'
import { placeAt } from './place.ts'

// Node takes all of a CommonJS module for its default export, a bundler what the module itself calls so.
const State = 'default' in stateModule ? stateModule.default : stateModule
const TokenProcessor = 'default' in tokenProcessorModule ? tokenProcessorModule.default : tokenProcessorModule
const NameManager = 'default' in nameManagerModule ? nameManagerModule.default : nameManagerModule

/** Characters that may be read again, for each character of the source. Real code needs less than two. */
const MAX_REREAD_RATIO = 4
/** Characters that may be read again in any source, as a short one may be all of one hard construct. */
const FREE_REREAD = 4096
/** What going back costs by itself, in characters. */
const BACKTRACK_COST = 16

/**
 * Sucrase's `transform` in time that is linear in the source.
 *
 * Where sucrase cannot tell what it reads (parentheses or the parameters of an arrow function, `<` or type arguments), it
 * tries one reading and goes back for the other; and it reads classes twice. Where these are nested, each level doubles
 * the time, or worse. What it reads again is counted, and not the time, so that the same source is refused on every
 * machine, at the same place.
 *
 * @throws CompileError when too much is to be read again; and what sucrase throws
 */
export function boundedTransform(source: string, options: Options): TransformResult {
  let budget = source.length * MAX_REREAD_RATIO + FREE_REREAD
  const spend = (from: number, to: number) => {
    budget -= BACKTRACK_COST + Math.max(0, to - from)
    if (budget < 0) throw new CompileError(TOO_NESTED, placeAt(source, from))
  }
  const { restoreFromSnapshot } = State.prototype
  const { restoreToSnapshot } = TokenProcessor.prototype
  const { claimFreeName } = NameManager.prototype
  State.prototype.restoreFromSnapshot = function (snapshot) {
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
  } finally {
    State.prototype.restoreFromSnapshot = restoreFromSnapshot
    TokenProcessor.prototype.restoreToSnapshot = restoreToSnapshot
    NameManager.prototype.claimFreeName = claimFreeName
  }
}

const TOO_NESTED =
  'Types, functions or classes are nested too deeply here to be read. Give inner parts names of their own.'

/**
 * Claims the names that sucrase's own method would claim. That one looks for each from the first number on, which takes
 * quadratic time when a class has many fields.
 */
function nameClaimer() {
  const lastNumbers = new Map<string, number>()
  return function (this: InstanceType<typeof NameManager>, name: string): string {
    let number = lastNumbers.get(name) ?? 1
    let claimed = number === 1 ? name : `${name}${number}`
    while (this.usedNames.has(claimed)) claimed = `${name}${++number}`
    lastNumbers.set(name, number)
    this.usedNames.add(claimed)
    return claimed
  }
}
