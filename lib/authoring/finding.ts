/** A problem in a lesson's folder: an error that its author must fix, or a warning. */
export interface Diagnostic {
  /** Slug of the lesson. */
  readonly lesson: string
  /** From the project's root: content/lessons/scaling/lesson.mdx */
  readonly file: string
  /** Counted from 1; 1 where the whole file is meant. */
  readonly line: number
  /** Counted from 1. */
  readonly column: number
  /** An error keeps the lesson from being published; a warning is for the author to judge. */
  readonly level: 'error' | 'warning'
  /** The rule that was broken, in kebab case: `unknown-component`. */
  readonly rule: string
  /** What is wrong, in one sentence. */
  readonly message: string
  /** What to do about it, in one sentence. */
  readonly fix: string
}

/** A diagnostic as editors and terminals link it: `file:line:column  what is wrong  what to do`. */
export function formatDiagnostic({ file, line, column, level, message, fix }: Diagnostic): string {
  return `${file}:${line}:${column}  ${level === 'warning' ? 'warning: ' : ''}${message}  ${fix}`
}
