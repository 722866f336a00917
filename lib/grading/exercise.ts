import type { Random } from './random.ts'
import type { Outcome, Script } from './script.ts'
import type { Matrix } from './value.ts'

/** A value passes when |got − want| ≤ atol + rtol·|want|. */
export interface Tolerance {
  readonly atol: number
  readonly rtol: number
}
/** Wide enough for answers that compute in single precision, narrow enough for every mistake in the course. */
export const DEFAULT_TOLERANCE: Tolerance = { atol: 2e-6, rtol: 4e-6 }
/** For edge cases with |logits| > 1e3 or garbage of 1e6. */
export const LOOSE_TOLERANCE: Tolerance = { atol: 1e-2, rtol: 4e-6 }
/** Integers, booleans, lengths. */
export const EXACT_TOLERANCE: Tolerance = { atol: 0, rtol: 0 }

export type CaseGroup = 'worked' | 'random' | 'special'

/** One input. */
export interface TestCase {
  readonly group: CaseGroup
  /** What it is, as a noun phrase: “one token only”, “logits at −20,000”. */
  readonly label: string
  readonly script: Script
  readonly tolerance: Tolerance
  /** Whether it comes from the seed: another seed gives another input. */
  readonly isSeedDependent?: true
}

/**
 * Runs code on a script: one outcome per step. Where several results are right (any free block will do), it gives the
 * one that the learner's code gave, if it is one of them.
 */
export type RunScript = (script: Script, learners?: readonly Outcome[]) => readonly Outcome[]

/** A misconception that always gives the same outputs, so that the outputs identify it. */
export interface Misconception {
  /** Unique in its exercise; the name of its wrong answer and of the `<Explains id>` of its paragraph. */
  readonly id: string
  /** What happened, as the verdict's headline: “The future still gets weight”. */
  readonly headline: string
  /** Two or three sentences as a kind colleague says them: what the code does, why it is wrong, what to change. */
  readonly feedback: string
  /** What a learner's code with this misconception would return. */
  readonly run: RunScript
  /** The same misconception with different outputs: in another style, or in only one of two functions. */
  readonly variants?: readonly RunScript[]
  /** For a misconception whose state outlives a test case (a static field): loaded once for all test cases. */
  readonly load?: () => RunScript
  /** The same for its variants. */
  readonly variantLoads?: readonly (() => RunScript)[]
  /** The same as overridden steps of a parametrized solution, so that it is recognized together with another one. */
  readonly stepOverrides?: readonly StepOverride[]
}

/** Overridden steps of a parametrized solution: “the scale”, “which keys are read”. */
export interface StepOverride {
  /** Identifies the solution: overrides of the same one can be combined. */
  readonly base: unknown
  readonly overrides: Readonly<Record<string, unknown>>
  /** What the solution gives with these overrides, its own and others. */
  readonly run: (overrides: Readonly<Record<string, unknown>>) => RunScript
}

/**
 * How the work must grow. W counts loop iterations and function calls; the exponent is log(W₂/W₁) / log(n₂/n₁) of
 * neighboring sizes. Only counts are compared, never times.
 */
export interface CostRule {
  /** n, 2n, 4n. Each seed draws its own sizes near these, at most 4n. */
  readonly sizes: readonly [number, number, number]
  readonly script: (n: number, random: Random) => Script
  /** How many of the script's last steps are counted; all of them when absent. */
  readonly measured?: number
  /** What n counts and what is measured, for the sentence: “your step”, “tokens held”. */
  readonly subject: string
  readonly size: string
  /** The largest exponent that passes. If absent, counts are shown but not graded. */
  readonly maxExponent?: number
  /** The steps of `solution.ts` at size n. Code that takes many times as many fails. Required with `maxExponent`. */
  readonly solutionWork?: (n: number) => number
  /** What a good answer's work grows with, as the sentence's end: “A cached step grows with n.” */
  readonly target: string
}

/**
 * How much may be alive. M is the peak of what the answer has created and still holds, including its result but not its
 * inputs. It is counted in array elements, and in bytes, which also reveal a matrix in any other form. The exponent is
 * the growth of M between the two largest sizes.
 */
export interface MemoryRule {
  /** At least two, in ascending order. Each seed draws its own sizes near these, none larger. */
  readonly sizes: readonly number[]
  readonly script: (n: number, random: Random) => Script
  /** The largest exponent that passes, for elements and for bytes. */
  readonly maxExponent: number
  /** The most elements that pass at size n. If absent, only growth counts. */
  readonly maxElements?: (n: number) => number
  /**
   * The most bytes that pass at size n: more than any good answer needs, whatever it keeps its numbers in. In the
   * sandbox a number in an array takes 8 bytes, a short array about 100.
   */
  readonly maxBytes: (n: number) => number
  /** Fewer elements than this at size n pass, whatever the exponent: growth that is too fast would exceed them. */
  readonly alwaysPassBelow?: (n: number) => number
  /** Fewer elements than this count as this many: a few temporary ones are not growth. */
  readonly minCounted?: number
  /** What holds them, and what n counts: “your function”, “length”. */
  readonly subject: string
  readonly size: string
  /** What a good answer holds, as the sentence's end. */
  readonly target: string
  /** Shown with an answer that passes but holds more than `above` elements on this input. */
  readonly remark?: { readonly script: (random: Random) => Script; readonly above: number; readonly feedback: string }
}

/** One step of the reference on a case, shown next to what the learner's code computed under that name. */
export interface ReferenceStep {
  /** What learners call it: scores, masked, weights, output. Names that the learner may use for it. */
  readonly name: string
  readonly aliases?: readonly string[]
  /** How it comes about, in a few words: “softmax, by row”. */
  readonly how: string
  /** Weights lie in 0…1 and are drawn on the sequential scale; all else on the diverging one. */
  readonly scale: 'weights' | 'signed'
  readonly value: Matrix
}

/**
 * Axes of an argument by letter, outermost first: Q: ['n', 'd']. Arguments that share a letter are cut together when
 * a failing case is shrunk. A number is `{ int: least }` when it may be made smaller, `{ fixed: true }` when not.
 * `{ axis: 'n' }` is a number that states the length of an axis (a head count, a size).
 */
export type Shape =
  | readonly string[]
  | {
      /** A whole number; made smaller down to this. */
      readonly int: number
    }
  | {
      /** Anything that is left as it is: a number such as a temperature, a text, a switch. */
      readonly fixed: true
    }
  | {
      /** A number that is a length itself: it is cut together with the arrays that have this letter. */
      readonly axis: string
    }
  | {
      /** An object: the shapes of its fields. */
      readonly fields: Readonly<Record<string, Shape>>
    }

/** An exercise with its id: the name of its folder. */
export interface Exercise extends ExerciseDefinition {
  readonly id: string
}

/** What a learner is asked to write, and all that is needed to judge it. Made by `defineFunction` and `defineClass`. */
export interface ExerciseDefinition {
  readonly kind: 'function' | 'class'
  /** The exported function or class that is judged. */
  readonly name: string
  /** As the learner must write it, in TypeScript. */
  readonly signature: string
  /** Names of a function's parameters, for showing a case; empty for a class. */
  readonly params: readonly string[]
  /** Parameters of other functions that the answer has, by the function's name. */
  readonly otherParams?: Readonly<Record<string, readonly string[]>>
  readonly tolerance: Tolerance
  /** Given one at a time. */
  readonly hints: readonly string[]
  /** The headline of a passing verdict: “Passed. No output depends on later tokens.” */
  readonly passHeadline: string
  /** The same cases for the same seed. */
  readonly cases: (seed: number) => readonly TestCase[]
  /** What the reference gives. */
  readonly expected: RunScript
  readonly misconceptions: readonly Misconception[]
  readonly cost?: CostRule
  readonly memory?: MemoryRule
  /** Absent where a matrix of steps would say nothing. */
  readonly steps?: (script: Script) => readonly ReferenceStep[]
  /** Shapes of the arguments by the name of the function, constructor (`new`) or method. */
  readonly shapes: Readonly<Record<string, readonly Shape[]>>
  /** Whether a shrunk script is still an input that the exercise allows. */
  readonly isValidInput: (script: Script) => boolean
}

/** An input that an author wrote out, and what it is called. */
export interface LabeledArgs<Args> {
  readonly label: string
  readonly args: Args
  readonly tolerance?: Tolerance
}

/** An input that is generated from the seed, with its label. */
export interface LabeledGenerator<Args> {
  readonly label: string
  readonly make: (random: Random) => Args
  readonly tolerance?: Tolerance
}
