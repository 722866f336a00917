import 'server-only'
import { z } from 'zod'

// Schemas for the columns of raw queries: SQLite returns times as text and counts as numbers, PostgreSQL dates and
// bigints.

export const StoredCountSchema = z.union([z.number(), z.bigint()]).transform(Number)
/** Milliseconds since 1970. */
export const StoredTimeSchema = z.union([z.date(), z.string()]).transform((at) => new Date(at).getTime())
