import type { SourcePosition } from '#lib/grading/script.ts'

/** Why a learner's source cannot be run, in their words, with the place where it is known. */
export class CompileError extends Error {
  readonly position?: SourcePosition
  constructor(message: string, position?: SourcePosition) {
    super(message)
    this.name = 'CompileError'
    if (position) this.position = position
  }
}
