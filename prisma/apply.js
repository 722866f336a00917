// Applies missing migrations, each in one transaction, and keeps Prisma's own table, so that `prisma migrate` agrees.
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDatabaseUrl } from '../lib/setup/database-url.js'
import { runMain, SetupError } from '../lib/setup/setup-error.js'
import { openPostgresql } from './open-postgresql.js'
import { openSqlite } from './open-sqlite.js'
import { readMigration } from './read-migration.js'

/**
 * What both databases can do for a migration. Errors that an operator can fix are thrown as `SetupError`s.
 *
 * @typedef {object} MigratedDatabase
 * @property {() => Promise<{ name: string, checksum: string }[]>} listApplied
 * @property {(sql: string, row: [id: string, checksum: string, name: string]) => Promise<boolean>} apply  false where
 *   another start was faster
 * @property {() => Promise<void>} tryWriting fails if nothing can be written; changes nothing
 * @property {() => Promise<void>} close
 */

/**
 * Brings the database at `url` up to date and makes sure that it is writable.
 *
 * Two starts may race: each migration is applied by one of them.
 *
 * @param {string} url  file:… or postgresql://…
 * @param {string} [folder]  with sqlite/migrations and postgresql/migrations; this one when absent
 * @param {number} [timeoutMs]  for a connection, and for a lock that another program holds
 * @returns {Promise<string[]>} the names of the migrations that were applied, in order
 * @throws {SetupError} within seconds if the database can’t be used, belongs to a newer version or a migration was changed
 *  after it was applied, and if a migration fails (it is then rolled back)
 */
export async function applyMigrations(url, folder = path.dirname(fileURLToPath(import.meta.url)), timeoutMs = 8000) {
  const address = parseDatabaseUrl(url)
  const isSqlite = address.provider === 'sqlite'
  const db = await (isSqlite ? openSqlite(address.file, timeoutMs) : openPostgresql(address.url, timeoutMs))
  try {
    const stored = new Map((await db.listApplied()).map(({ name, checksum }) => [name, checksum]))
    const migrations = await listMigrations(path.join(folder, address.provider, 'migrations'))
    const last = migrations.at(-1)?.name ?? ''
    const newer = [...stored.keys()].filter((name) => name > last).sort()
    if (newer[0] !== undefined)
      throw new SetupError(
        `the database was last used by a newer version of the course (migration ${newer[0]}): start that version, or ` +
          'restore a backup from before the update.',
      )
    const applied = []
    for (const { name, sql, checksums } of migrations) {
      const checksum = stored.get(name)
      if (checksum === undefined) {
        if (await apply(db, sql, [randomUUID(), checksums[0], name])) applied.push(name)
      } else if (!checksums.includes(checksum)) {
        throw new SetupError(
          `migration ${name} was changed after it was applied: restore the file (git restore prisma) and start again.`,
        )
      }
    }
    await db.tryWriting()
    return applied
  } finally {
    await db.close()
  }
}

/** @param {MigratedDatabase} db @param {string} sql @param {[string, string, string]} row */
async function apply(db, sql, row) {
  try {
    return await db.apply(sql, row)
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError(`migration ${row[2]} failed and was rolled back: ${error.message}`, { cause: error })
  }
}

/** @param {string} folder */
async function listMigrations(folder) {
  const names = (await readdir(folder)).filter((name) => /^\d{14}_/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      ...readMigration(await readFile(path.join(folder, name, 'migration.sql'), 'utf8')),
    })),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  runMain(async () => {
    for (const name of await applyMigrations(process.env.DATABASE_URL ?? '')) console.log(`migration ${name} applied`)
  })
