/** Something in a lesson's folder that its author must mend, or may like to. */
export interface Finding {
  /** Slug of the lesson. */
  readonly lesson: string
  /** From the project's root: content/lessons/scaling/lesson.mdx */
  readonly file: string
  /** Counted from 1; 1 where the whole file is meant. */
  readonly line: number
  /** Counted from 1. */
  readonly column: number
  /** An error keeps the lesson from being published; advice is the author's to weigh. */
  readonly level: 'error' | 'advice'
  /** What was broken, in kebab case: `unknown-component`. */
  readonly rule: string
  /** What is wrong, in one sentence. */
  readonly what: string
  /** What to do about it, in one sentence. */
  readonly mend: string
}

/** A finding as editors and terminals link it: `file:line:column  what is wrong  what to do`. */
export function findingLine({ file, line, column, level, what, mend }: Finding): string {
  return `${file}:${line}:${column}  ${level === 'advice' ? 'advice: ' : ''}${what}  ${mend}`
}
