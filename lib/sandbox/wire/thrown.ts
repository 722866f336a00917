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
