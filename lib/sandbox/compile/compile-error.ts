import type { SourcePosition } from '#lib/grading/script.ts'

/** Why a learner's source cannot be run, in words for them, with the position if known. */
export class CompileError extends Error {
  readonly position?: SourcePosition
  constructor(message: string, position?: SourcePosition) {
    super(message)
    this.name = 'CompileError'
    if (position) this.position = position
  }
}
