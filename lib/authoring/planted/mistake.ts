/** A mistake that an author makes in a lesson that `lesson:new` wrote, and what must be said of it. */
export interface Mistake {
  readonly name: string
  /** From the lesson's folder; EX stands for the exercise's folder. lesson.mdx when absent. */
  readonly file?: string
  /** What is written in the file, and what the author writes instead; the file is deleted when `replaceWith` is absent. */
  readonly find: string | RegExp
  readonly replaceWith?: string
  readonly rule: string
  /** The text that the finding must point to, in the changed file; the file's start when absent. */
  readonly at?: string
  /** Where the finding is, if not where the mistake is. */
  readonly in?: string
  readonly message: RegExp
  readonly fix: RegExp
  /** Further rules that the same mistake breaks. */
  readonly also?: readonly string[]
}

/** Words of the lesson that others are put before. */
export const SENTENCE = 'The price is delay'
