import type { Primordials } from './primordials.ts'
import {
  BUFFER,
  FALSE,
  LIST,
  MATRIX,
  NULL,
  NUMBER,
  OBJECT,
  ONCE,
  STEP_ARGS,
  STEP_HEAD,
  STRING,
  TRUE,
  UNDEFINED,
  VECTOR,
} from './tags.ts'
import { type Made, unrolledListOps } from './unrolled-list-ops.ts'

/** Reads values out of the input. */
export function reader(input: Float64Array, { Err, own, fromCharCode, arraysAreClean }: Primordials) {
  const { made } = unrolledListOps()
  const MADE = made.length - 1
  const longest = made[MADE] as Made
  let p = 0
  let clean = true
  /** A placeholder for a buffer, which is read only when it is used. */
  const buffered = { __proto__: null }
  /** What iterators yield stays alive when they are used up: it is no memory that the learner's code lets go. */
  let yielded: unknown[] = []
  function* once(values: readonly unknown[]) {
    for (let i = 0; i < values.length; i++) yield values[i]
  }
  function singleUse<T>(values: T): T {
    own(yielded, yielded.length, values)
    return values
  }
  /** A whole number, as such: an interpreter takes ten times as long to look something up at a double. */
  const next = (): number => (input[p++] as number) | 0
  const double = (): number => {
    const x = input[p++] as number
    const whole = x | 0
    return whole === x && whole !== 0 ? whole : x
  }

  function numbers(s: number, n: number): number[] {
    const f = input
    p = s + n
    if (n <= MADE) return (made[n] as Made)(f, s)
    const list = longest(f, s)
    if (clean) for (let i = MADE; i < n; i++) list[i] = f[s + i] as number
    else for (let i = MADE; i < n; i++) own(list, i, f[s + i])
    return list
  }
  function matrix(s: number, rows: number, columns: number): number[][] {
    const f = input
    const list: number[][] = []
    const row = columns <= MADE ? (made[columns] as Made) : null
    let at = s
    for (let i = 0; i < rows; i++) {
      const one = row ? row(f, at) : numbers(at, columns)
      if (clean) list[i] = one
      else own(list, i, one)
      at += columns
    }
    p = at
    return list
  }
  function each(n: number, one: () => unknown): unknown[] {
    const list: unknown[] = []
    for (let i = 0; i < n; i++) {
      const element = one()
      if (clean) list[i] = element
      else own(list, i, element)
    }
    return list
  }
  function string(): string {
    let text = ''
    for (let n = next(); n > 0; n--) text += fromCharCode(next())
    return text
  }
  /** A buffer is read where it is used: here it is only passed over. */
  function value(): unknown {
    const f = input
    const at = p
    const tag = (f[at] as number) | 0
    if (tag === VECTOR) return numbers(at + 2, (f[at + 1] as number) | 0)
    if (tag === MATRIX) return matrix(at + 3, (f[at + 1] as number) | 0, (f[at + 2] as number) | 0)
    p = at + 1
    switch (tag) {
      case UNDEFINED:
        return undefined
      case NULL:
        return null
      case FALSE:
        return false
      case TRUE:
        return true
      case NUMBER:
        return double()
      case STRING:
        return string()
      case ONCE:
        return once(singleUse(numbers(at + 2, next())))
      case LIST:
        return each(next(), value)
      case OBJECT: {
        const record = {}
        for (let n = next(); n > 0; n--) own(record, string(), value())
        return record
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
  /** A step's arguments; continues to the next step. */
  function args(): unknown[] {
    const n = (input[p + STEP_ARGS] as number) | 0
    p += STEP_HEAD
    if (n === 1) return [value()]
    if (n === 2) return [value(), value()]
    if (n === 3) return [value(), value(), value()]
    return each(n, value)
  }

  return {
    next,
    string,
    args,
    buffered,
    at: () => p,
    /** To be called before anything is read: the learner's code may have run since. */
    begin() {
      p = 0
      yielded = []
      clean = arraysAreClean()
    },
  }
}
export type Reader = ReturnType<typeof reader>
