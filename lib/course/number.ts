import { z } from 'zod'
import type { NumberTemplate } from '#lib/review/number/template.ts'

/** What can be checked in a number question before it is generated. */
export const NumberTemplateSchema = z.object({
  /** `lesson/name`, unique in the course. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a number question’s id must be lesson/name, in lowercase letters and hyphens'),
  title: z.string().min(4),
  exercise: z.string().optional(),
  anchor: z.string().optional(),
  generate: z.custom<NumberTemplate['generate']>(
    (value) => typeof value === 'function',
    'generate must be a function from an rng to a question',
  ),
})

/** Number questions as an author writes them, in `numbers.ts`. They are checked when the course is read. */
export const defineNumbers = (numbers: readonly NumberTemplate[]): readonly NumberTemplate[] => numbers
