// Applies missing migrations, each in one transaction, and keeps Prisma's own table, so that `prisma migrate` agrees.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Brings the database at `url` up to date: the names of the migrations that were applied, in order.
 *
 * Two starts may race: each migration is applied by one of them.
 *
 * @param {string} url  file:… or postgres…
 * @param {string} [folder]  with sqlite/migrations and postgresql/migrations; this one when absent
 * @param {number} [connectTimeoutMs]  how long a PostgreSQL server may take to answer
 * @throws {Error} when the database does not answer, when a migration was changed after it was applied, or fails (then
 *   nothing of it stays)
 */
export async function applyMigrations(
  url,
  folder = path.dirname(fileURLToPath(import.meta.url)),
  connectTimeoutMs = 10_000,
) {
  const provider = url.startsWith('postgres') ? 'postgresql' : 'sqlite'
  const db = await (provider === 'sqlite' ? sqlite(url) : postgresql(url, connectTimeoutMs))
  try {
    const done = new Map((await db.applied()).map((row) => [row.name, row.checksum]))
    const applied = []
    for (const { name, sql } of await migrations(path.join(folder, provider, 'migrations'))) {
      const checksum = createHash('sha256').update(sql).digest('hex')
      if (done.get(name) === checksum) continue
      if (done.has(name)) throw new Error(`migration ${name} was changed after it was applied: put its text back`)
      if (await db.apply(sql, [randomUUID(), checksum, name])) applied.push(name)
    }
    return applied
  } finally {
    await db.end()
  }
}

async function migrations(folder) {
  const names = (await readdir(folder)).filter((name) => /^\d{14}_/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP, "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`
const APPLIED = `SELECT "migration_name" AS name, "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`
const insert = (now) =>
  `INSERT INTO "_prisma_migrations" ("id","checksum","migration_name","started_at","finished_at","applied_steps_count") VALUES ($1,$2,$3,${now},${now},1)`

async function sqlite(url) {
  const file = path.resolve(url.slice('file:'.length))
  await mkdir(path.dirname(file), { recursive: true })
  await (await open(file, 'a', 0o600)).close() // a new one is its owner’s alone, and what SQLite puts beside it too
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url: `file:${file}`, timeout: 10_000 })
  await client.execute('PRAGMA journal_mode=WAL') // stays with the file; readers then never wait for a writer
  await client.execute(TABLE.replaceAll('TIMESTAMPTZ', 'DATETIME'))
  return {
    applied: async () => (await client.execute(APPLIED)).rows,
    async apply(sql, row) {
      await client.execute('PRAGMA foreign_keys=OFF') // no effect inside a transaction: DROP TABLE would cascade
      const tx = await client.transaction('write')
      try {
        // another start may have been faster: look again, now under the write lock
        if ((await tx.execute(APPLIED)).rows.some((it) => it.name === row[2])) return false
        await tx.executeMultiple(sql)
        const broken = (await tx.execute('PRAGMA foreign_key_check')).rows
        if (broken.length > 0) throw new Error(`migration ${row[2]} breaks foreign keys of ${broken[0].table}`)
        await tx.execute(insert("strftime('%Y-%m-%dT%H:%M:%f+00:00','now')").replaceAll(/\$\d/g, '?'), row)
        await tx.commit()
        return true
      } finally {
        tx.close()
      }
    },
    end: async () => client.close(),
  }
}

async function postgresql(url, connectTimeoutMs) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs })
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`PostgreSQL at ${client.host}:${client.port} can’t be reached: ${error.message}`, { cause: error })
  }
  await client.query('SELECT pg_advisory_lock(72707369)') // Prisma's own lock id: a second start waits here
  await client.query(TABLE)
  return {
    applied: async () => (await client.query(APPLIED)).rows,
    async apply(sql, row) {
      try {
        await client.query('BEGIN')
        await client.query(sql)
        await client.query(insert('now()'), row)
        await client.query('COMMIT')
        return true
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    },
    end: () => client.end(),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const applied = await applyMigrations(process.env.DATABASE_URL ?? 'file:data/course.db')
    for (const name of applied) console.log(`migration ${name} applied`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
