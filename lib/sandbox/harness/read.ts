import type { Primordials } from './primordials.ts'
import { BUFFER, FALSE, LIST, MATRIX, NULL, NUMBER, OBJECT, ONCE, STRING, TRUE, UNDEFINED, VECTOR } from './tags.ts'

/** Reads values out of the input, and tells later whether a value is still what stands there. */
export function reader(
  input: Float64Array,
  { Arr, Err, isNotANumber, own, has, isArray, fromCharCode, arraysAreClean }: Primordials,
) {
  let p = 0
  let clean = true
  /** Stands where a buffer is to be put when it is used. */
  const buffered = { __proto__: null }
  /** What iterators yield stays alive when they are used up: it is no memory that the learner's code lets go. */
  let yielded: unknown[] = []
  function* once(values: readonly unknown[]) {
    for (let i = 0; i < values.length; i++) yield values[i]
  }
  function kept<T>(values: T): T {
    own(yielded, yielded.length, values)
    return values
  }
  const next = (): number => input[p++] as number

  function numbers(n: number): number[] {
    const list: number[] = new Arr(n)
    const from = input
    const start = p
    if (clean) for (let i = 0; i < n; i++) list[i] = from[start + i] as number
    else for (let i = 0; i < n; i++) own(list, i, from[start + i])
    p = start + n
    return list
  }
  function each<T>(n: number, one: () => T): T[] {
    const list: T[] = new Arr(n)
    for (let i = 0; i < n; i++) {
      const it = one()
      if (clean) list[i] = it
      else own(list, i, it)
    }
    return list
  }
  function string(): string {
    let text = ''
    for (let n = next(); n > 0; n--) text += fromCharCode(next())
    return text
  }
  function matrix(rows: number, columns: number): number[][] {
    return each(rows, () => numbers(columns))
  }
  /** A buffer is read where it is used: here it is only passed over. */
  function value(): unknown {
    switch (next()) {
      case UNDEFINED:
        return undefined
      case NULL:
        return null
      case FALSE:
        return false
      case TRUE:
        return true
      case NUMBER:
        return next()
      case STRING:
        return string()
      case VECTOR:
        return numbers(next())
      case ONCE:
        return once(kept(numbers(next())))
      case MATRIX:
        return matrix(next(), next())
      case LIST:
        return each(next(), value)
      case OBJECT: {
        const it = {}
        for (let n = next(); n > 0; n--) own(it, string(), value())
        return it
      }
      case BUFFER: {
        p++
        const n = next()
        p += n
        return buffered
      }
      default:
        throw new Err('no such tag')
    }
  }

  /** Passes over a value. */
  function skip(): void {
    switch (next()) {
      case NUMBER:
        p++
        return
      case STRING:
      case VECTOR:
      case ONCE: {
        const n = next()
        p += n
        return
      }
      case MATRIX: {
        const cells = next() * next()
        p += cells
        return
      }
      case LIST:
        for (let n = next(); n > 0; n--) skip()
        return
      case OBJECT:
        for (let n = next(); n > 0; n--) {
          const letters = next()
          p += letters
          skip()
        }
        return
      case BUFFER: {
        p++
        const n = next()
        p += n
      }
    }
  }

  /** NaN is the same as NaN. */
  function sameNumber(x: unknown, want: number): boolean {
    return x === want || (typeof x === 'number' && isNotANumber(x) && isNotANumber(want))
  }
  function sameNumbers(it: unknown, n: number): boolean {
    if (!isArray(it) || it.length !== n) return false
    const from = input
    const start = p
    for (let i = 0; i < n; i++)
      if (it[i] !== from[start + i] && !sameNumber(it[i], from[start + i] as number)) return false
    p = start + n
    return true
  }
  function sameList(it: unknown, n: number, one: (element: unknown) => boolean): boolean {
    if (!isArray(it) || it.length !== n) return false
    for (let i = 0; i < n; i++) if (!one(it[i])) return false
    return true
  }
  function sameObject(it: unknown, n: number): boolean {
    if (typeof it !== 'object' || it === null) return false
    let left = n
    for (const key in it) if (has(it, key)) left--
    if (left !== 0) return false
    for (let i = 0; i < n; i++) {
      const key = string()
      if (!has(it, key) || !same((it as Record<string, unknown>)[key])) return false
    }
    return true
  }
  /** Whether `it` is what stands in the input from here on. */
  function same(it: unknown): boolean {
    switch (next()) {
      case UNDEFINED:
        return it === undefined
      case NULL:
        return it === null
      case FALSE:
        return it === false
      case TRUE:
        return it === true
      case NUMBER:
        return sameNumber(it, next())
      case STRING:
        return it === string()
      case VECTOR:
        return sameNumbers(it, next())
      case MATRIX: {
        const rows = next()
        const columns = next()
        return sameList(it, rows, (row) => sameNumbers(row, columns))
      }
      case LIST:
        return sameList(it, next(), same)
      case OBJECT:
        return sameObject(it, next())
      case BUFFER:
        p++
        return sameNumbers(it, next())
      default:
        p-- // an iterator is there to be used up
        skip()
        return true
    }
  }
  return {
    next,
    string,
    value,
    buffered,
    each,
    skip,
    at: () => p,
    peek: () => input[p] as number,
    seek(to: number) {
      p = to
    },
    /** To be called before anything is read: the learner's code may have run since. */
    begin() {
      p = 0
      yielded = []
      clean = arraysAreClean()
    },
    /** Whether `it` is what stands here. If so, what comes after it is next. */
    same(it: unknown): boolean {
      try {
        return same(it)
      } catch {
        return false
      }
    },
  }
}
export type Reader = ReturnType<typeof reader>
