/** Rows of numbers, as learners write them: n rows of one width. */
export type Matrix = readonly (readonly number[])[]

/** What goes into a learner's function and may come out of it: plain data. */
export type Value = undefined | null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value }

/**
 * Something that a learner's code gave and that no exercise expects: a typed array, a promise, a result too large to
 * read. It is where the value was, so that a verdict can name it.
 */
export class UnsupportedValue {
  readonly kind: UnsupportedKind
  /** As a reader would call it: “Float64Array”, “Promise”. */
  readonly name: string
  constructor(what: UnsupportedKind, name: string) {
    this.kind = what
    this.name = name
  }
}
export type UnsupportedKind =
  | 'typed-array'
  | 'function'
  | 'bigint'
  | 'symbol'
  | 'object'
  | 'hole'
  | 'too-large'
  | 'cyclic'
  /** An array whose length is not a whole number, or is negative. */
  | 'no-length'
  /** Reading it threw, in a getter or a trap of the learner’s. */
  | 'unreadable'

/** What a learner's code gave, as the sandbox read it. */
export type ActualValue =
  | UnsupportedValue
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly ActualValue[]
  | { readonly [name: string]: ActualValue }
