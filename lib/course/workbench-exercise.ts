/** What a page passes to a workbench about its exercise: plain data, made on the server. */
export interface WorkbenchExercise {
  readonly id: string
  /** The lesson whose folder holds it. */
  readonly lesson: string
  /** The function or class that is asked for. */
  readonly name: string
  readonly signature: string
  /** “causalAttention.ts” */
  readonly fileName: string
  readonly starter: string
  readonly hints: readonly string[]
  /** The headline of a passing verdict. */
  readonly passHeadline: string
  /** Where to go after a pass: what the button does (“Build paddedAttention”), and what is there. */
  readonly next?: { readonly label: string; readonly title: string; readonly href: string }
  /** The lesson's entries under “Mistakes in code”, by misconception; each has the id `mistake-<id>`. */
  readonly codeMistakes: readonly { readonly id: string; readonly title: string }[]
  /**
   * Names a timed attempt: its text and its runs are kept under this name and on this device alone, and its editor helps
   * with nothing. The draft of the lesson is neither shown nor changed.
   */
  readonly attempt?: string
}
