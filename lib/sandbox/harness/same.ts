import type { Primordials } from './primordials.ts'
import { BUFFER, FALSE, LIST, MATRIX, NULL, NUMBER, OBJECT, ONCE, STRING, TRUE, UNDEFINED, VECTOR } from './tags.ts'
import { type Equal, unrolledListOps } from './unrolled-list-ops.ts'

/**
 * Tells whether values are still what is in the input. Reading them may run a learner's getters and traps, so it may
 * throw.
 */
export function comparer(input: Float64Array, { isArray, isNotANumber, has, fromCharCode }: Primordials) {
  const { equal } = unrolledListOps()
  const EQUAL = equal.length - 1
  /** Whole numbers as such: an interpreter takes ten times as long to look something up at a double. */
  const whole = (at: number): number => (input[at] as number) | 0

  /** Where the value at `at` ends. */
  function after(at: number): number {
    const n = whole(at + 1)
    switch (whole(at)) {
      case NUMBER:
        return at + 2
      case STRING:
      case VECTOR:
      case ONCE:
        return at + 2 + n
      case BUFFER:
        return at + 3 + whole(at + 2)
      case MATRIX:
        return at + 3 + n * whole(at + 2)
      case LIST: {
        let to = at + 2
        for (let i = 0; i < n; i++) to = after(to)
        return to
      }
      case OBJECT: {
        let to = at + 2
        for (let i = 0; i < n; i++) to = after(to + 1 + whole(to))
        return to
      }
      default:
        return at + 1
    }
  }
  /** Whether the elements are the numbers from `at` on. NaN is the same as NaN. */
  function elements(actual: readonly unknown[], f: Float64Array, at: number, n: number): boolean {
    for (let i = 0; i < n; i++) {
      const x = actual[i]
      if (x !== f[at + i] && !(typeof x === 'number' && isNotANumber(x) && isNotANumber(f[at + i]))) return false
    }
    return true
  }
  /** Where the numbers end if the list holds them, else −1. */
  function numbers(value: unknown, at: number, n: number): number {
    if (!isArray(value) || value.length !== n) return -1
    const f = input
    return (n <= EQUAL && (equal[n] as Equal)(value, f, at, n)) || elements(value, f, at, n) ? at + n : -1
  }
  function matrix(value: unknown, at: number, rows: number, columns: number): number {
    if (!isArray(value) || value.length !== rows) return -1
    const f = input
    const quick = columns <= EQUAL ? (equal[columns] as Equal) : elements
    let to = at
    for (let i = 0; i < rows; i++) {
      const row: unknown = value[i]
      if (!isArray(row) || row.length !== columns) return -1
      if (!quick(row, f, to, columns) && !elements(row, f, to, columns)) return -1
      to += columns
    }
    return to
  }
  function list(value: unknown, at: number, n: number): number {
    if (!isArray(value) || value.length !== n) return -1
    let to = at
    for (let i = 0; i < n && to >= 0; i++) to = same(value[i], to)
    return to
  }
  function object(value: unknown, at: number, n: number): number {
    if (typeof value !== 'object' || value === null) return -1
    let left = n
    for (const key in value) if (has(value, key)) left--
    if (left !== 0) return -1
    let to = at
    for (let i = 0; i < n && to >= 0; i++) {
      const key = string(to)
      if (!has(value, key)) return -1
      to = same((value as Record<string, unknown>)[key], to + 1 + key.length)
    }
    return to
  }
  function string(at: number): string {
    let text = ''
    const end = at + 1 + whole(at)
    for (let i = at + 1; i < end; i++) text += fromCharCode(input[i] as number)
    return text
  }
  const where = (is: boolean, to: number): number => (is ? to : -1)

  /** Where what is at `at` ends if `it` is that value, else −1. */
  function same(value: unknown, at: number): number {
    const f = input
    const tag = (f[at] as number) | 0
    const n = (f[at + 1] as number) | 0
    if (tag === VECTOR) return numbers(value, at + 2, n)
    if (tag === MATRIX) return matrix(value, at + 3, n, whole(at + 2))
    switch (tag) {
      case UNDEFINED:
        return where(value === undefined, at + 1)
      case NULL:
        return where(value === null, at + 1)
      case FALSE:
        return where(value === false, at + 1)
      case TRUE:
        return where(value === true, at + 1)
      case NUMBER:
        return where(elements([value], f, at + 1, 1), at + 2)
      case STRING:
        return where(value === string(at + 1), at + 2 + n)
      case LIST:
        return list(value, at + 2, n)
      case OBJECT:
        return object(value, at + 2, n)
      case BUFFER:
        return numbers(value, at + 3, whole(at + 2))
      default:
        return after(at) // an iterator is there to be used up
    }
  }
  return { same, after }
}
export type Comparer = ReturnType<typeof comparer>
