/** A whole answer as a learner might write it. */
export interface EverydayProgram {
  readonly name: string
  /** The exercise that it answers. */
  readonly exercise: string
  readonly source: string
}

/** Whole answers to one exercise, by name. */
export const answers = (exercise: string, sources: Readonly<Record<string, string>>): EverydayProgram[] =>
  Object.entries(sources).map(([name, source]) => ({ name, exercise, source: source.replace(/^\n/, '') }))

/** Answers to `causal-mask` whose function has this body, by name. */
export const masks = (bodies: Readonly<Record<string, string>>): EverydayProgram[] =>
  answers(
    'causal-mask',
    Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        name,
        `${RIGHT_MASK}\nexport function causalMask(n: number): boolean[][] {\n  ${body.trim()}\n}\n`,
      ]),
    ),
  )

/** What a body may return to pass. */
const RIGHT_MASK =
  'const right = (n: number): boolean[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i))'
