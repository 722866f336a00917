import 'server-only'
import { z } from 'zod'

// What a raw query gives: SQLite has times as text and counts as numbers, PostgreSQL has dates and bigints.

export const StoredCountSchema = z.union([z.number(), z.bigint()]).transform(Number)
/** Milliseconds since 1970. */
export const StoredTimeSchema = z.union([z.date(), z.string()]).transform((at) => new Date(at).getTime())
