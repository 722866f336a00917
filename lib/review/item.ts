import { z } from 'zod'

/**
 * Id of what is reviewed: a card's own (`lesson/name`), `number:` and a template's id, or `drill:` and an exercise's id.
 */
export const ItemIdSchema = z
  .string()
  .max(120)
  .regex(/^(number:|drill:)?[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'must be a card’s id, number:… or drill:…')

/** What is reviewed, as the course has it. */
export const ItemSchema = z.object({
  id: ItemIdSchema,
  kind: z.enum(['card', 'number', 'drill']),
  /** Slug of its lesson. */
  lesson: z.string(),
  /** The exercise to go back to; of a drill, the one that is built again. */
  exercise: z.string().optional(),
  /** How often it is asked: 2 for what interviewers ask as it stands, 1 for the others. */
  weight: z.number().positive(),
  /** Of a drill: the time it has, in milliseconds. */
  limit: z.number().positive().optional(),
  /** Of a drill: the function or class that is written. */
  name: z.string().optional(),
})
export type Item = z.infer<typeof ItemSchema>
