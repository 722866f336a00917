/**
 * Thrown by a misconception's code on an input whose shapes it does not fit (a matrix transposed, a head that is not
 * there). What comes out then depends on how a learner loops: NaN, an error, a part of the numbers. Any wrong result
 * fits there, so that the inputs that do fit decide.
 */
export class Unfit extends Error {
  override readonly name = 'Unfit'
  /** @param luck  a right result fits as well, as where one weight is all there is */
  constructor(luck?: 'or right') {
    super(luck)
  }
}
