import 'server-only'
import type { PrismaClient } from './generated/sqlite/client.ts'

export type Database = PrismaClient
/** A database, or a transaction of it. */
export type Tx = Parameters<Parameters<Database['$transaction']>[0]>[0]

/** The database of this server, opened once: DATABASE_URL, else data/course.db. */
export function database(): Promise<Database> {
  kept.database ??= connect(process.env.DATABASE_URL ?? 'file:data/course.db')
  return kept.database
}
/** On globalThis, because Next bundles this file into several routes and loads it anew in development. */
const kept = globalThis as typeof globalThis & { database?: Promise<Database> }

/** Writes of one learner wait for each other: a burst from several tabs or devices takes a while. */
const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 10_000 }

/** Opens a database that has its migrations. `url` is file:… (SQLite) or postgres…; both clients have the same models. */
export async function connect(url: string): Promise<Database> {
  if (url.startsWith('postgres')) {
    const { PrismaPg } = await import('@prisma/adapter-pg')
    const { PrismaClient } = await import('./generated/postgresql/client.ts')
    const adapter = new PrismaPg({ connectionString: url })
    return new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS }) as unknown as Database
  }
  const { PrismaLibSql } = await import('@prisma/adapter-libsql')
  const { PrismaClient } = await import('./generated/sqlite/client.ts')
  return new PrismaClient({
    adapter: new PrismaLibSql({ url, timeout: 5000 }),
    transactionOptions: TRANSACTION_OPTIONS,
  })
}

/** Whether the database refused a row because its key is taken. */
export const isTaken = (error: unknown): boolean => codeOf(error) === 'P2002'
/** Whether the database refused a change because a row that it points to is not there, or is still pointed to. */
export const isDangling = (error: unknown): boolean => codeOf(error) === 'P2003'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
