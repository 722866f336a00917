/** What a learner is told when their code is still being read at the deadline for that. */
export const COMPILE_TIMEOUT_MESSAGE =
  'This code takes too long to be read. Make it shorter, or nest its parts less deeply.'
