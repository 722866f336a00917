import { type ActualValue, type UnsupportedKind, UnsupportedValue } from '#lib/grading/value.ts'
import {
  FALSE,
  LIST,
  MATRIX,
  NULL,
  NUMBER,
  OBJECT,
  ODD,
  ODD_KINDS,
  STRING,
  TRUE,
  UNDEFINED,
  VECTOR,
} from '../harness/tags.ts'

/**
 * Reads values from numbers, one after the other. The numbers come from where strangers' code ran, so nothing about
 * them is taken for granted.
 */
export class NumberReader {
  #from: Float64Array
  #p: number
  constructor(from: Float64Array, at: number) {
    this.#from = from
    this.#p = at
  }
  get done(): boolean {
    return this.#p >= this.#from.length
  }
  /** @throws RangeError at the end */
  next(): number {
    const x = this.#from[this.#p++]
    if (x === undefined) throw new RangeError('the harness stopped in the middle of a word')
    return x
  }
  /** A length: a whole number of things that may still follow. */
  count(): number {
    const n = this.next()
    if (!Number.isInteger(n) || n < 0 || n > this.#from.length) throw new RangeError(`${n} is no length`)
    return n
  }
  numbers(n: number): number[] {
    const start = this.#p
    this.#p += n
    if (this.#p > this.#from.length) throw new RangeError('the harness stopped in the middle of a list')
    const from = this.#from
    const list = new Array<number>(n)
    for (let i = 0; i < n; i++) list[i] = from[start + i] as number
    return list
  }
  string(): string {
    return String.fromCharCode(...this.numbers(this.count()))
  }
  value(): ActualValue {
    switch (this.next()) {
      case UNDEFINED:
        return undefined
      case NULL:
        return null
      case FALSE:
        return false
      case TRUE:
        return true
      case NUMBER:
        return this.next()
      case STRING:
        return this.string()
      case VECTOR:
        return this.numbers(this.count())
      case MATRIX: {
        const rows = this.count()
        const columns = this.count()
        if (rows * columns === 0) throw new RangeError('no rows of nothing')
        return Array.from({ length: rows }, () => this.numbers(columns))
      }
      case LIST:
        return Array.from({ length: this.count() }, () => this.value())
      case OBJECT:
        return this.#object()
      case ODD: {
        const kind = ODD_KINDS[this.next()]
        if (kind === undefined) throw new RangeError('no such kind')
        return new UnsupportedValue(kind as UnsupportedKind, this.string())
      }
      default:
        throw new RangeError('no such value')
    }
  }
  #object(): ActualValue {
    const entries: [string, ActualValue][] = []
    for (let n = this.count(); n > 0; n--) entries.push([this.string(), this.value()])
    return Object.fromEntries(entries)
  }
}
