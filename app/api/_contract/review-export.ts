import { z } from 'zod'

/** GET /api/review/export?format=anki, a package for Anki, or ?format=csv. */
export const ExportQuery = z.object({ format: z.enum(['anki', 'csv']) })
export type ExportQuery = z.infer<typeof ExportQuery>
