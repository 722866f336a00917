import { z } from 'zod'

/** Bytes of an answer at most. */
export const SOURCE_LIMIT = 64 * 1024

/** An answer's text as it can be stored: a lone half of a surrogate pair is replaced, as UTF-8 has none. */
export const SourceSchema = z
  .string()
  .refine((text) => !text.includes('\0'), 'the source holds a NUL character: remove it')
  .transform((text) => text.toWellFormed())

/** Whether an answer is larger than is taken. */
export const isTooLarge = (source: string): boolean => new TextEncoder().encode(source).byteLength > SOURCE_LIMIT
