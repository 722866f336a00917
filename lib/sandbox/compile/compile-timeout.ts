/** The message for a learner whose code is still being compiled at the compiler’s deadline. */
export const COMPILE_TIMEOUT_MESSAGE =
  'This code takes too long to compile. Make it shorter or nest its parts less deeply.'
