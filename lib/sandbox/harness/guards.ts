import type { Primordials } from './primordials.ts'
import { GUARD_FRAME } from './tags.ts'

/** Checks of values, called by the learner’s code. Both engines then throw the same error. */
export function guards(is: Primordials) {
  function refuse(offset: number, message: string): never {
    const error = new is.Err(message)
    is.setStack(error, `${GUARD_FRAME}${offset}`)
    throw error
  }
  function describeType(value: unknown): string {
    if (value === undefined || value === null) return `${value}, which is not iterable.`
    if (typeof value === 'function') return 'a function, which is not iterable. Is a call missing?'
    if (typeof value !== 'object')
      return `a ${typeof value === 'bigint' ? 'BigInt' : typeof value}, which is not iterable.`
    return 'an object that is not iterable. Use `Object.keys`, `Object.values` or `Object.entries`.'
  }
  return {
    /**
     * Gives a value back that can be iterated over.
     *
     * @param offset where the value’s code begins, in the code without types
     * @throws TypeError
     */
    iterable(offset: number, subject: string, value: unknown): unknown {
      if (is.isArray(value)) return value
      if (value !== undefined && value !== null && is.isIterable(value)) return value
      return refuse(offset, `${subject} is ${describeType(value)}`)
    },
    /**
     * Refuses undefined or null, which cannot be destructured.
     *
     * @throws TypeError
     */
    nothing(offset: number, subject: string): never {
      return refuse(offset, `${subject} is undefined or null, so it cannot be destructured.`)
    },
  }
}
