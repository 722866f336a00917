import type { Primordials } from './primordials.ts'
import {
  FALSE,
  LIST,
  MATRIX,
  NULL,
  NUMBER,
  OBJECT,
  ODD,
  ODD_KINDS,
  RESULT_LIMIT,
  RETURNED,
  STRING,
  TRUE,
  UNDEFINED,
  VECTOR,
} from './tags.ts'

/**
 * Writes values into the output. Reading them may run a learner’s getters and traps. Whatever these return or throw,
 * the cursor only moves forward, past what was written.
 *
 * @param isStopped whether the step budget is spent: errors after that don’t come from the value
 */
export function writer(output: Float64Array, is: Primordials, isStopped: () => boolean) {
  const DEPTH = 8 // no exercise asks for lists in lists in lists so deep
  const TEXT = 10000
  const capacity = output.length
  let o = 0
  let end = 0
  /** Where the record of what was last returned began. */
  let mark = 0
  /** Up to here the largest step still fits. */
  const ample = capacity - RESULT_LIMIT - 4096
  const path: unknown[] = new is.Arr(DEPTH)
  for (let i = 0; i < DEPTH; i++) path[i] = undefined
  const full = { __proto__: null }

  function number(x: number): void {
    if (o >= end) throw full
    output[o++] = x
  }
  function string(text: string, most: number): void {
    let n = text.length
    if (n > most) n = most
    number(n)
    if (o + n > end) throw full
    for (let i = 0; i < n; i++) output[o++] = is.codeAt(text, i)
  }
  function odd(kind: string, name: string): void {
    number(ODD)
    for (let i = 0; i < ODD_KINDS.length; i++) if (ODD_KINDS[i] === kind) number(i)
    string(name, 60)
  }
  /** Whether all n elements were numbers. */
  function numbers(list: readonly unknown[], n: number): boolean {
    if (o + n > end) throw full
    const to = output
    const start = o
    for (let i = 0; i < n; i++) {
      const x = list[i]
      if (typeof x !== 'number') return false
      to[start + i] = x
    }
    o = start + n
    return true
  }
  function matrix(list: readonly unknown[], rows: number): boolean {
    const first = list[0]
    if (!is.isArray(first)) return false
    const columns: unknown = first.length
    if (!is.isLength(columns) || columns === 0) return false // every row takes memory in the reader, so it must take space here too
    number(MATRIX)
    number(rows)
    number(columns)
    for (let i = 0; i < rows; i++) {
      const row: unknown = list[i]
      if (!is.isArray(row) || row.length !== columns || !numbers(row, columns)) return false
    }
    return true
  }
  function array(list: readonly unknown[], depth: number): void {
    const n: unknown = list.length
    if (!is.isLength(n)) {
      odd('no-length', '')
      return
    }
    if (n > RESULT_LIMIT) throw full
    const start = o
    number(VECTOR)
    number(n)
    if (numbers(list, n)) return
    o = start
    if (matrix(list, n)) return
    o = start
    number(LIST)
    number(n)
    for (let i = 0; i < n; i++) {
      const x = list[i]
      if (x === undefined && !is.has(list, i)) odd('hole', '')
      else value(x, depth + 1)
    }
  }
  function plain(written: object, depth: number): void {
    const keys = is.ownKeys(written)
    const n = keys.length
    number(OBJECT)
    const at = o
    number(0)
    let count = 0
    for (let i = 0; i < n; i++) {
      const key = keys[i]
      if (typeof key !== 'string') continue
      count++
      string(key, TEXT)
      value((written as Record<string, unknown>)[key], depth + 1)
    }
    output[at] = count
  }
  function className(written: object): string {
    const name: unknown = (written.constructor as { name?: unknown } | undefined)?.name
    if (typeof name === 'string' && name !== '') return name
    const tag = is.tag(written) // “[object Generator]”
    let text = ''
    for (let i = 8; i < tag.length - 1; i++) text += tag[i]
    return text
  }
  function isAround(written: object, depth: number): boolean {
    for (let i = 0; i < depth; i++) if (path[i] === written) return true
    return false
  }
  function object(written: object, depth: number): void {
    path[depth] = written
    if (is.isArray(written)) array(written, depth)
    else if (is.typedArray(written) !== undefined) odd('typed-array', is.typedArray(written) as string)
    else if (is.tag(written) === '[object Object]')
      plain(written, depth) // an instance of a class is an object with fields
    else odd('object', className(written))
  }
  function value(written: unknown, depth: number): void {
    if (typeof written === 'number') {
      number(NUMBER)
      number(written)
    } else if (written === undefined) number(UNDEFINED)
    else if (written === null) number(NULL)
    else if (typeof written === 'boolean') number(written ? TRUE : FALSE)
    else if (typeof written === 'string') {
      if (written.length > TEXT) odd('too-large', 'string')
      else {
        number(STRING)
        string(written, TEXT)
      }
    } else if (typeof written !== 'object') odd(typeof written, '')
    else if (depth >= DEPTH) odd('too-large', 'object')
    else if (isAround(written, depth)) odd('cyclic', '')
    else object(written, depth)
  }
  /**
   * Writes a result. A result that is too large, or that throws when read, is written as an odd value of that kind.
   *
   * @throws the error that ended the learner’s code: its step budget or the memory ran out
   */
  function result(written: unknown): void {
    const start = o
    end = o + RESULT_LIMIT
    try {
      value(written, 0)
      end = capacity
    } catch (error) {
      end = capacity
      o = start
      if (error === full) odd('too-large', is.isArray(written) ? 'array' : 'object')
      else if (isStopped() || is.isOutOfMemory(error)) throw error
      else odd('unreadable', is.isArray(written) ? 'array' : 'object')
    }
  }
  return {
    number,
    string,
    begin() {
      output[0] = 0
      o = 1
      end = capacity
    },
    /** Whether the largest step still fits. */
    room: (): boolean => o < ample,
    /** Takes back what the last step returned. */
    undo(): void {
      o = mark
    },
    /**
     * Writes what a step returned.
     *
     * @param work counts the steps taken by the call and by reading its result; called when both are done
     * @throws the error that ended the learner’s code; then nothing is written
     */
    returned(work: () => number, written: unknown): void {
      const start = o
      const to = output
      mark = start
      to[start] = RETURNED
      to[start + 1] = 0
      if (written === undefined) {
        to[start + 1] = work()
        to[start + 2] = UNDEFINED
        o = start + 3
        return
      }
      o = start + 2
      try {
        result(written)
      } catch (error) {
        o = start
        throw error
      }
      to[start + 1] = work()
    },
    /** The position of the next number, for use with `set`. */
    position: (): number => o,
    /** Overwrites a number that was written before. */
    set(at: number, x: number): void {
      if (at < o) output[at] = x
    },
    /** Ends the output with whether all is said, and restarts it; returns how many doubles were written. */
    end(done: number): number {
      const n = o
      output[0] = done
      o = 1
      return n
    },
  }
}
export type Writer = ReturnType<typeof writer>
