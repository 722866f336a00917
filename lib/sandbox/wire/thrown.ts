import type { Place } from '#lib/grading/script.ts'
import type { Compiled } from '../compile/compile.ts'

/** Where in the learner's source an error was made, by its stack: the topmost frame that lies in the answer. */
export function placeOf(stack: string, compiled: Compiled): Place | undefined {
  const found = /answer\.js:(\d+):(\d+)/.exec(stack)
  if (!found) return undefined
  return compiled.place({ line: Number(found[1]), column: Number(found[2]) })
}

/** The engines say it in their own ways when calls are nested too deeply. */
export const isTooDeep = (error: string, message: string): boolean =>
  (error === 'RangeError' && /call stack/.test(message)) ||
  (error === 'InternalError' && /stack overflow/.test(message))

export const TOO_DEEP = {
  error: 'RangeError',
  message: 'The calls are nested too deeply: a function calls itself again and again.',
}

/**
 * Errors of the language in one voice: QuickJS says them otherwise than browsers do, and a learner reads both. Only
 * messages that both engines make from the same facts are brought together.
 */
export function inOneVoice(error: string, message: string): { readonly error: string; readonly message: string } {
  if (isTooDeep(error, message)) return TOO_DEEP
  for (const [pattern, words] of VOICES)
    if (pattern.test(message)) return { error: errorOf(error), message: message.replace(pattern, words) }
  return { error, message }
}
/** QuickJS has an error of its own for limits, where browsers have RangeError. */
const errorOf = (error: string) => (error === 'InternalError' ? 'RangeError' : error)

const VOICES: readonly (readonly [RegExp, string])[] = [
  [/^cannot read property '(.+)' of (undefined|null)$/, "Cannot read properties of $2 (reading '$1')"],
  [/^cannot set property '(.+)' of (undefined|null)$/, "Cannot set properties of $2 (setting '$1')"],
  [/^'(.+)' is not defined$/, '$1 is not defined'],
  [/^'(.+)' is read-only$/, 'Assignment to constant variable.'],
  [/^(?:.+) is not initialized$/, 'A variable is used before its declaration has run.'],
  [/^Cannot access '(.+)' before initialization$/, 'A variable is used before its declaration has run.'],
  [/^invalid array length$/, 'Invalid array length'],
  [/^string too long$/, 'Invalid string length'],
]
