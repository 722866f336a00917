/**
 * Thrown by a misconception's code on an input whose shapes it does not apply to (a matrix that is transposed, a head
 * that does not exist). What comes out then depends on how a learner loops: NaN, an error, some of the numbers. Any
 * wrong result matches there, so the other inputs decide.
 */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable'
  /** @param options  `mayPass`: a right result matches too, for example where there is only one weight */
  constructor({ mayPass = false }: { readonly mayPass?: boolean } = {}) {
    super(mayPass ? 'a right result matches too' : 'only a wrong result matches')
  }
}
