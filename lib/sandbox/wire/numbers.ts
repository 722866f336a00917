import type { Value } from '#lib/grading/value.ts'
import { FALSE, LIST, MATRIX, NULL, NUMBER, OBJECT, STRING, TRUE, UNDEFINED, VECTOR } from '../harness/tags.ts'

/** A growing list of doubles that values are written into, each with its tag. */
export class Numbers {
  #to = new Float64Array(1024)
  length = 0

  push(x: number): void {
    if (this.length === this.#to.length) this.#grow(1)
    this.#to[this.length++] = x
  }
  set(at: number, x: number): void {
    this.#to[at] = x
  }
  /** Length, then numbers. */
  list(values: readonly number[]): void {
    this.push(values.length)
    this.#all(values)
  }
  /** Length, then UTF-16 units. */
  string(text: string): void {
    this.push(text.length)
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i))
  }
  value(written: Value): void {
    if (typeof written === 'number') {
      this.push(NUMBER)
      this.push(written)
    } else if (written === undefined) this.push(UNDEFINED)
    else if (written === null) this.push(NULL)
    else if (typeof written === 'boolean') this.push(written ? TRUE : FALSE)
    else if (typeof written === 'string') {
      this.push(STRING)
      this.string(written)
    } else if (Array.isArray(written)) this.#array(written)
    else this.#object(written as Readonly<Record<string, Value>>)
  }
  /** These, then those of another list. */
  with(other: Numbers): Float64Array<ArrayBuffer> {
    const all = new Float64Array(this.length + other.length)
    all.set(this.#to.subarray(0, this.length))
    all.set(other.#to.subarray(0, other.length), this.length)
    return all
  }

  #grow(room: number): void {
    const larger = new Float64Array(2 * Math.max(this.#to.length, this.length + room))
    larger.set(this.#to.subarray(0, this.length))
    this.#to = larger
  }
  /** Writes the elements if all of them are numbers; says whether they were. */
  #all(list: readonly unknown[]): boolean {
    const n = list.length
    if (this.length + n > this.#to.length) this.#grow(n)
    const to = this.#to
    const start = this.length
    for (let i = 0; i < n; i++) {
      const x = list[i]
      if (typeof x !== 'number') return false
      to[start + i] = x
    }
    this.length = start + n
    return true
  }
  #array(list: readonly Value[]): void {
    const start = this.length
    this.push(VECTOR)
    this.push(list.length)
    if (this.#all(list)) return
    this.length = start
    if (this.#matrix(list)) return
    this.length = start
    this.push(LIST)
    this.push(list.length)
    for (const x of list) this.value(x)
  }
  #matrix(list: readonly Value[]): boolean {
    const [first] = list
    if (!Array.isArray(first)) return false
    this.push(MATRIX)
    this.push(list.length)
    this.push(first.length)
    for (const row of list) if (!Array.isArray(row) || row.length !== first.length || !this.#all(row)) return false
    return true
  }
  #object(record: Readonly<Record<string, Value>>): void {
    const entries = Object.entries(record)
    this.push(OBJECT)
    this.push(entries.length)
    for (const [key, entry] of entries) {
      this.string(key)
      this.value(entry)
    }
  }
}
