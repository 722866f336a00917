/** A mistake, as an edit of a right answer. Made by `edit`. */
export interface Edit {
  /** Unique among the wrong answers of its exercise. */
  readonly name: string
  readonly replacements: readonly Replacement[]
  /** Ids of the misconceptions that it shows; empty where the mistake has no name. */
  readonly shows: readonly string[]
}

/** A text that the answer holds exactly once, and what is written instead of it. */
export type Replacement = readonly [text: string, instead: string]

/** The answer that edits change, by its file: `solution`, `right/loops`, `wrong/another-style`. */
export type BaseName = 'solution' | `right/${string}` | `wrong/${string}`

/** The edits of an exercise, by the answer that they change. */
export type WrongAnswers = Readonly<Partial<Record<BaseName, readonly Edit[]>>>

interface EditOptions {
  /** The misconception that it shows, or several, or `[]` for none. The one with the edit’s name when absent. */
  readonly shows?: string | readonly string[]
}

/** A mistake that replaces one text: `edit('no-scale', ' / Math.sqrt(d)', '')`. */
export function edit(name: string, text: string, instead: string, options?: EditOptions): Edit
/** A mistake that replaces several texts. */
export function edit(name: string, replacements: readonly Replacement[], options?: EditOptions): Edit
export function edit(
  name: string,
  what: string | readonly Replacement[],
  ...rest: readonly (string | EditOptions | undefined)[]
): Edit {
  const instead = rest.find((part) => typeof part === 'string') ?? ''
  const options = rest.find((part) => typeof part === 'object')
  const { shows = name } = options ?? {}
  return {
    name,
    replacements: typeof what === 'string' ? [[what, instead]] : what,
    shows: typeof shows === 'string' ? [shows] : shows,
  }
}

/** What `wrong.ts` exports: the wrong answers of an exercise that are edits of another answer. */
export const defineWrongAnswers = (answers: WrongAnswers): WrongAnswers => answers
