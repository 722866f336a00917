import type { Place } from '#lib/grading/script.ts'

/** Why a learner's source cannot be run, in their words, with the place where it is known. */
export class CompileError extends Error {
  readonly place?: Place
  constructor(message: string, place?: Place) {
    super(message)
    this.name = 'CompileError'
    if (place) this.place = place
  }
}
