/** Something in content/ that an author must fix. */
export interface CourseProblem {
  /** From the project's root: content/lessons/scaling/lesson.mdx */
  readonly file: string
  /** Counted from 1; 1 where the whole file is meant. */
  readonly line: number
  /** Counted from 1; absent where the whole line is meant. */
  readonly column?: number
  /** The rule that was broken, in kebab case: `unknown-exercise`. */
  readonly rule?: string
  /** What is wrong; and what to do, if `fix` doesn't say it. */
  readonly message: string
  /** What to do about it. */
  readonly fix?: string
}

/** The course cannot be shown as its author meant it. The message has all problems, a line each, with their place. */
export class CourseError extends Error {
  readonly code = 'course-broken'
  readonly problems: readonly CourseProblem[]
  constructor(problems: readonly CourseProblem[]) {
    super(problems.map(problemLine).join('\n'))
    this.name = 'CourseError'
    this.problems = problems
  }
}

/** A problem as editors and terminals link it: `file:line:column: what is wrong. What to do` */
export const problemLine = ({ file, line, column, message, fix }: CourseProblem): string =>
  `${file}:${line}${column === undefined ? '' : `:${column}`}: ${message}${fix === undefined ? '' : `. ${fix}`}`

/** Where something is in a text, counted from 1. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** The position of a character by its index in the text. */
export function textPositionAt(text: string, index: number): TextPosition {
  const before = text.slice(0, index).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Where a piece of text first occurs, as a line counted from 1; 1 when it is not there. */
export const findLine = (text: string, part: string): number => findPosition(text, part).line

/** Where a piece of text first occurs; the text's start when it is not there. */
export function findPosition(text: string, part: string): TextPosition {
  const at = text.indexOf(part)
  return at < 0 ? { line: 1, column: 1 } : textPositionAt(text, at)
}
