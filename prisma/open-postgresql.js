import { SetupError } from '../lib/setup/setup-error.js'
import { describePostgresqlError } from './describe-postgresql-error.js'
import { CREATE_TABLE, insertApplied, LIST_APPLIED, TRY_WRITING } from './migrations-table.js'

/** Prisma's own lock id: a second start waits for it. */
const LOCK_ID = 72_707_369

/**
 * Connects to PostgreSQL for migrations, and keeps other starts of the course waiting until `close`.
 *
 * @param {string} url  postgresql://…
 * @param {number} timeoutMs  for a connection, for a lock that another program holds, and for any answer but a migration's
 * @returns {Promise<import('./apply.js').MigratedDatabase>}
 * @throws {SetupError} within seconds, if it can’t be used
 */
export async function openPostgresql(url, timeoutMs) {
  const client = await createClient(url, timeoutMs)
  client.on('error', () => {}) // a lost connection fails the query that waits for it
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const described = async (work) => {
    try {
      return await work()
    } catch (error) {
      const sentence = describePostgresqlError(error, client)
      throw sentence === undefined ? error : new SetupError(sentence, { cause: error })
    }
  }
  /** @param {string} text */
  const query = (text) => client.query({ text, query_timeout: timeoutMs + 1000 })
  try {
    await described(async () => {
      await client.connect()
      await query(`SET lock_timeout = ${timeoutMs}`)
      await query(`SELECT pg_advisory_lock(${LOCK_ID})`)
      await query(CREATE_TABLE)
    })
  } catch (error) {
    client.connection.stream.destroy() // a proper close may never finish
    throw error instanceof SetupError ? error : new SetupError(describeUnknown(error), { cause: error })
  }
  return {
    listApplied: () => described(async () => (await query(LIST_APPLIED)).rows),
    apply: (sql, row) =>
      described(async () => {
        try {
          await client.query('BEGIN')
          await client.query(sql)
          await client.query(insertApplied('now()'), row)
          await client.query('COMMIT')
          return true
        } catch (error) {
          await client.query('ROLLBACK')
          throw error
        }
      }),
    tryWriting: () => described(async () => void (await query(TRY_WRITING))),
    close: () => client.end(),
  }
}

/** @param {string} url @param {number} timeoutMs */
async function createClient(url, timeoutMs) {
  const { default: pg } = await import('pg')
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs })
  } catch (error) {
    throw new SetupError(describeUnknown(error), { cause: error }) // for example, a missing certificate file
  }
}

/** @param {unknown} error */
const describeUnknown = (error) => `PostgreSQL can’t be used (${Object(error).message}): correct DATABASE_URL.`
