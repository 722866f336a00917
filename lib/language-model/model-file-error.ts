/** A model file that can’t be used. The message says what is wrong with it. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError'
}
