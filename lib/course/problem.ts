/** Something in content/ that an author must mend. */
export interface CourseProblem {
  /** From the project's root: content/lessons/scaling/lesson.mdx */
  readonly file: string
  /** Counted from 1; 1 where the whole file is meant. */
  readonly line: number
  /** What is wrong and what to do. */
  readonly message: string
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

/** A problem as editors and terminals link it: `file:line: message`. */
export const problemLine = (it: CourseProblem): string => `${it.file}:${it.line}: ${it.message}`

/** Where a piece of text stands first, as a line counted from 1; 1 when it is not there. */
export function lineOf(text: string, part: string): number {
  const at = text.indexOf(part)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}
