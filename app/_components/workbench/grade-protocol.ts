import type { Script } from '#lib/grading/script.ts'
import type { ActualValue } from '#lib/grading/value.ts'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'

/** An exercise as the grading worker finds it: names of folders below content/lessons. */
export interface ExerciseName {
  readonly lesson: string
  readonly exercise: string
}

/** What the page asks of the grading worker. A `run` ends the one before it. */
export type GradeRequest =
  /** The page's end of the channel to the sandboxed frame, transferred. Again when the frame was lost. */
  | { readonly kind: 'connect'; readonly port: MessagePort }
  /** Load what a run will need: the compiler, the exercise, the grader. */
  | ({ readonly kind: 'warm' } & ExerciseName)
  | ({ readonly kind: 'run'; readonly run: number; readonly source: string; readonly seed: number } & ExerciseName)
  | { readonly kind: 'stop' }
  /** Run scripts without grading them, for a figure. Each may take as long as a run. */
  | { readonly kind: 'call'; readonly call: number; readonly source: string; readonly scripts: readonly Script[] }

/** What the grading worker says. */
export type GradeReply =
  | { readonly kind: 'started'; readonly run: number; readonly inputs: number }
  /** The code has compiled and is running. */
  | { readonly kind: 'compiled'; readonly run: number }
  | { readonly kind: 'graded'; readonly run: number; readonly verdict: BrowserVerdict }
  /** What the steps of each script returned; absent if one of them didn't return. */
  | { readonly kind: 'called'; readonly call: number; readonly values?: readonly (readonly ActualValue[])[] }
  /** The code crashed the frame: connect a new one. */
  | { readonly kind: 'frame-lost' }
  /** A fault of ours. */
  | { readonly kind: 'broke'; readonly run: number; readonly message: string }
