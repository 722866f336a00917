/** What a template draws its numbers from: the same seed gives the same numbers everywhere. */
export interface Rng {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
}

/** Units of memory that a question may ask for. */
export type ByteUnit = 'B' | 'KiB' | 'MiB' | 'GiB' | 'TiB' | 'kB' | 'MB' | 'GB' | 'TB'

/** The unit of an answer. */
export type AnswerUnit =
  | { readonly kind: 'bytes'; readonly unit: ByteUnit }
  /** A number of things, or a pure number; `unit` is the word after the input: “blocks”, “rad”, “×”. */
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'percent'; readonly unit: '%' }

/** A common mistake, as a computation: the number that it gives, and feedback. */
export interface Slip {
  readonly id: string
  /** Bytes, a number, or a share of 1. */
  readonly value: number
  /** One sentence: what the learner did, and what is right. */
  readonly feedback: string
}

/** A question with its numbers. */
export interface NumberQuestion {
  /** As an interviewer asks it. With inline `code` and $math$, no other markup. */
  readonly question: string
  readonly answerUnit: AnswerUnit
  /** Bytes, a number, or a share of 1. */
  readonly answer: number
  /** Counted things: nothing is rounded. */
  readonly exact?: boolean
  /** How far an answer may be off, as a share of the right one, where a question asks “about how many”: 0.005 by default. */
  readonly tolerance?: number
  /** The answer as you would say it. */
  readonly spokenAnswer: string
  /** How to get there, in one or two sentences or a formula. */
  readonly working: string
  readonly slips: readonly Slip[]
}

/** A question with new numbers each time it is asked. */
export interface NumberTemplate {
  /** `lesson/name`, unique in the course. */
  readonly id: string
  /** What it asks for, in a few words: “Bytes of a KV cache”. */
  readonly title: string
  /** The exercise to go back to. */
  readonly exercise?: string
  /** The paragraph to go back to: an id of a heading or of an `<Explains>`. */
  readonly anchor?: string
  readonly generate: (rng: Rng) => NumberQuestion
}
