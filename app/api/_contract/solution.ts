import { z } from 'zod'

/** GET /api/exercises/[exercise]/solution and POST …/give-up */
export const SolutionAnswer = z.object({ exercise: z.string(), solution: z.string() })
export type SolutionAnswer = z.infer<typeof SolutionAnswer>
