/** What a template draws its numbers from: the same seed gives the same ones everywhere. */
export interface Rng {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
}

/** Units of memory that a question may ask for. */
export type ByteUnit = 'B' | 'KiB' | 'MiB' | 'GiB' | 'TiB' | 'kB' | 'MB' | 'GB' | 'TB'

/** In what an answer is given. */
export type Asked =
  | { readonly kind: 'bytes'; readonly unit: ByteUnit }
  /** A number of things, or a pure number; `unit` is the word behind the input: “blocks”, “rad”, “×”. */
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'percent'; readonly unit: '%' }

/** A mistake that many make with a question, as a computation: the number that it gives, and what it forgot. */
export interface Slip {
  readonly id: string
  /** Bytes, a number, or a share of 1. */
  readonly value: number
  /** One sentence: what was done, what is right. */
  readonly says: string
}

/** A question with its numbers. */
export interface NumberQuestion {
  /** As an interviewer asks it. With inline `code` and $maths$, no other marks. */
  readonly question: string
  readonly asked: Asked
  /** Bytes, a number, or a share of 1. */
  readonly answer: number
  /** Counted things: nothing is rounded. */
  readonly exact?: boolean
  /** How far an answer may be off, as a share of the right one, where a question asks “about how many”: 0.005 unless said. */
  readonly tolerance?: number
  /** The answer as one says it. */
  readonly says: string
  /** How one gets there, in one or two sentences or a formula. */
  readonly working: string
  readonly slips: readonly Slip[]
}

/** A question whose numbers are drawn anew each time it is asked. */
export interface NumberTemplate {
  /** `lesson/name`, unique in the course. */
  readonly id: string
  /** What it asks for, in a few words: “Bytes of a KV cache”. */
  readonly title: string
  /** The exercise to go back to. */
  readonly exercise?: string
  /** The paragraph to go back to: an id of a heading or of an `<Explains>`. */
  readonly anchor?: string
  readonly draw: (dice: Rng) => NumberQuestion
}
