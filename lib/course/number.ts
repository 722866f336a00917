import { z } from 'zod'
import type { NumberTemplate } from '#lib/review/number/template.ts'

/** What can be checked of a number question before it is drawn. */
export const NumberTemplateSchema = z.object({
  /** `lesson/name`, unique in the course. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a number question’s id is lesson/name in small letters and hyphens'),
  title: z.string().min(4),
  exercise: z.string().optional(),
  anchor: z.string().optional(),
  draw: z.custom<NumberTemplate['draw']>(
    (value) => typeof value === 'function',
    'draw is a function from dice to a question',
  ),
})

/** Number questions as an author writes them, in `numbers.ts`. They are checked when the course is read. */
export const defineNumbers = (numbers: readonly NumberTemplate[]): readonly NumberTemplate[] => numbers
