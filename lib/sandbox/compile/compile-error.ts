import type { SourcePosition } from '#lib/grading/script.ts'

/** Why a learner's source cannot be run, in their words, with the place where it is known. */
export class CompileError extends Error {
  readonly place?: SourcePosition
  constructor(message: string, place?: SourcePosition) {
    super(message)
    this.name = 'CompileError'
    if (place) this.place = place
  }
}
