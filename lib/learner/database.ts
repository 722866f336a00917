import 'server-only'
import type { PrismaClient } from './generated/sqlite/client.ts'
import { guardAdapter } from './guard-adapter.ts'

export type Database = PrismaClient
/** A database, or a transaction of it. */
export type Tx = Parameters<Parameters<Database['$transaction']>[0]>[0]

/** The database of this server, opened once: DATABASE_URL, else data/course.db. */
export function database(): Promise<Database> {
  globalForDatabase.database ??= connect(process.env.DATABASE_URL ?? 'file:data/course.db')
  return globalForDatabase.database
}
/** On globalThis, because Next bundles this file into several routes and loads it again in development. */
const globalForDatabase = globalThis as typeof globalThis & { database?: Promise<Database> }

/** How long a write waits for a lock that another program holds on SQLite, and a request for a connection to PostgreSQL. */
const BUSY_TIMEOUT_MS = 5000
/** How long a statement waits for a lock on PostgreSQL, where writes of one learner wait for each other too. */
const LOCK_TIMEOUT_MS = 8000
/** How long a query to PostgreSQL may take. Our longest ones take a fraction of this. */
const QUERY_TIMEOUT_MS = 10_000
/** Long, because writes of one learner wait for each other, and a burst from several tabs or devices takes a while. */
const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 10_000 }

/**
 * Opens a database whose migrations have been applied. The clients for SQLite and PostgreSQL have the same models.
 *
 * @param url  file:… (SQLite) or postgres…
 * @param busyTimeoutMs  how long a write waits for another program’s lock
 */
export async function connect(url: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Promise<Database> {
  if (url.startsWith('postgres')) {
    const { PrismaClient } = await import('./generated/postgresql/client.ts')
    const adapter = guardAdapter(await createPostgresqlAdapter(url, busyTimeoutMs))
    return new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS }) as unknown as Database
  }
  const { LockAwareLibSql } = await import('./lock-aware-libsql.ts')
  const { PrismaClient } = await import('./generated/sqlite/client.ts')
  const adapter = guardAdapter(new LockAwareLibSql({ url }, busyTimeoutMs), { busyTimeoutMs })
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS })
}

async function createPostgresqlAdapter(url: string, timeoutMs: number) {
  const [{ default: pg }, { PrismaPg }] = await Promise.all([import('pg'), import('@prisma/adapter-pg')])
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    // a statement, because poolers such as PgBouncer refuse it as a connection parameter
    onConnect: async (client) => {
      await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`)
    },
  })
  return new PrismaPg(pool, { disposeExternalPool: true })
}

/** Whether the database refused a row because its key is taken. */
export const isUniqueViolation = (error: unknown): boolean => getErrorCode(error) === 'P2002'
/** Whether the database refused a change because a row that it points to is not there, or is still pointed to. */
export const isForeignKeyViolation = (error: unknown): boolean => getErrorCode(error) === 'P2003'
/** Whether a transaction could not begin or end in time because too many others were waiting. */
export const isTransactionTimeout = (error: unknown): boolean => getErrorCode(error) === 'P2028'

const getErrorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
