import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { formatDatabaseUrl } from '../lib/setup/database-url.js'
import { SetupError } from '../lib/setup/setup-error.js'
import { describeSqliteError } from './describe-sqlite-error.js'
import { CREATE_TABLE, insertApplied, LIST_APPLIED, TRY_WRITING } from './migrations-table.js'

/** About what a few minutes of learning store. */
const TRIAL_BYTES = 256 * 1024

/**
 * Opens a SQLite file for migrations. Creates the file and its folder if they don’t exist.
 *
 * @param {string} file  absolute
 * @param {number} timeoutMs  how long another program may hold the write lock
 * @returns {Promise<import('./apply.js').MigratedDatabase>}
 * @throws {SetupError} if it can’t be opened or written
 */
export async function openSqlite(file, timeoutMs) {
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const described = async (work) => {
    try {
      return await work()
    } catch (error) {
      const sentence = error instanceof SetupError ? undefined : describeSqliteError(error, file)
      throw sentence === undefined ? error : new SetupError(sentence, { cause: error })
    }
  }
  const { createClient } = await import('@libsql/client')
  const client = await described(async () => {
    await mkdir(path.dirname(file), { recursive: true })
    await (await open(file, 'a', 0o600)).close() // only the owner can read a new file; SQLite gives the files next to it the same rights
    const opened = createClient({ url: formatDatabaseUrl({ provider: 'sqlite', file }), timeout: timeoutMs })
    await opened.execute('PRAGMA journal_mode=WAL') // stored in the file; readers then never wait for a writer
    await opened.execute(CREATE_TABLE.replaceAll('TIMESTAMPTZ', 'DATETIME'))
    return opened
  })
  return {
    listApplied: () => described(async () => (await client.execute(LIST_APPLIED)).rows.map(toApplied)),
    apply: (sql, row) => described(() => apply(client, sql, row)),
    tryWriting: () =>
      described(async () => {
        await client.execute(TRY_WRITING)
        await tryDisk(file)
      }),
    close: async () => client.close(),
  }
}

/** Writes a test file, because the write-ahead log may have room left on a full disk. @param {string} file */
async function tryDisk(file) {
  const trial = `${file}-trial-${process.pid}`
  try {
    await writeFile(trial, Buffer.alloc(TRIAL_BYTES))
  } finally {
    await rm(trial, { force: true })
  }
}

/** @param {Record<string, unknown>} row */
const toApplied = ({ name, checksum }) => ({ name: String(name), checksum: String(checksum) })

/** @param {import('@libsql/client').Client} client @param {string} sql @param {[string, string, string]} row */
async function apply(client, sql, row) {
  const [, , name] = row
  await client.execute('PRAGMA foreign_keys=OFF') // no effect inside a transaction: DROP TABLE would cascade
  const tx = await client.transaction('write')
  try {
    // another start may have been faster: look again, now under the write lock
    if ((await tx.execute(LIST_APPLIED)).rows.some((applied) => applied.name === name)) return false
    await tx.executeMultiple(sql)
    const [broken] = (await tx.execute('PRAGMA foreign_key_check')).rows
    if (broken) throw new Error(`migration ${name} breaks foreign keys of ${broken.table}`)
    await tx.execute(insertApplied("strftime('%Y-%m-%dT%H:%M:%f+00:00','now')").replaceAll(/\$\d/g, '?'), row)
    await tx.commit()
    return true
  } finally {
    tx.close()
  }
}
