import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { beforeEach, expect, test } from 'vitest'
import { formatDatabaseUrl } from '../lib/setup/database-url.js'
import { SetupError } from '../lib/setup/setup-error.js'
import { applyMigrations } from './apply.js'

let folder: string
let url: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
  await cp(path.join(import.meta.dirname, 'sqlite/migrations'), path.join(folder, 'sqlite/migrations'), {
    recursive: true,
  })
  url = `file:${path.join(folder, 'data', 'course.db')}`
})
const add = async (name: string, sql: string) => {
  await mkdir(path.join(folder, 'sqlite/migrations', name), { recursive: true })
  await writeFile(path.join(folder, 'sqlite/migrations', name, 'migration.sql'), sql)
}
const tables = async () => {
  const client = createClient({ url })
  const { rows } = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
  client.close()
  return rows.map((row) => row.name)
}

test('a new database gets every migration, and a second start none', async () => {
  const first = await applyMigrations(url, folder)
  expect(first.length).toBeGreaterThan(0)
  expect(await tables()).toEqual(expect.arrayContaining(['user', 'Submission', 'Verdict', 'Draft']))
  expect(await applyMigrations(url, folder)).toEqual([])
})

test('two starts at once apply each migration once', async () => {
  const all = await Promise.all([applyMigrations(url, folder), applyMigrations(url, folder)])
  expect(all.flat().sort()).toEqual(await readdir(path.join(folder, 'sqlite/migrations')).then(stamped))
})

test('a migration that fails leaves nothing of itself and can be fixed', async () => {
  await applyMigrations(url, folder)
  await add('29990101000000_more', 'CREATE TABLE "Half" ("id" TEXT); CREATE TABLE "Half" ("id" TEXT);')
  await expect(applyMigrations(url, folder)).rejects.toThrow(/Half/)
  expect(await tables()).not.toContain('Half')
  await add('29990101000000_more', 'CREATE TABLE "Half" ("id" TEXT);')
  expect(await applyMigrations(url, folder)).toEqual(['29990101000000_more'])
})

test('a migration that was changed after it was applied is refused by name', async () => {
  await applyMigrations(url, folder)
  const [name = ''] = stamped(await readdir(path.join(folder, 'sqlite/migrations')))
  await add(name, 'SELECT 1;')
  await expect(applyMigrations(url, folder)).rejects.toThrow(`migration ${name} was changed after it was applied`)
})

test('a database of a newer version is left alone', async () => {
  await add('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT);')
  await applyMigrations(url, folder)
  await rm(path.join(folder, 'sqlite/migrations/29990101000000_more'), { recursive: true })
  await expect(applyMigrations(url, folder)).rejects.toThrow(
    /^the database was last used by a newer version of the course \(migration 29990101000000_more\): [^\n]+$/,
  )
})

test.each(['sqlite', 'postgresql'])('the last migration of %s is of the models as they stand', async (provider) => {
  const at = path.join(import.meta.dirname, provider)
  const texts = await Promise.all(
    ['models.prisma', 'schema.prisma'].map((file) => readFile(path.join(at, file), 'utf8')),
  )
  expect(await readFile(path.join(at, 'migrations/schema.snapshot.txt'), 'utf8')).toBe(texts.join('\n'))
})

test('a checkout with other line endings, or a byte order mark, is the same', async () => {
  const [name = ''] = stamped(await readdir(path.join(folder, 'sqlite/migrations')))
  const text = await readFile(path.join(folder, 'sqlite/migrations', name, 'migration.sql'), 'utf8')
  const crlf = text.replaceAll('\n', '\r\n')
  await add(name, crlf)
  await applyMigrations(url, folder)
  for (const other of [text, `\uFEFF${crlf}`, crlf]) {
    await add(name, other)
    expect(await applyMigrations(url, folder)).toEqual([])
  }
})

test('a checksum that was stored of a text with CRLF still counts', async () => {
  await applyMigrations(url, folder)
  const client = createClient({ url })
  for (const name of stamped(await readdir(path.join(folder, 'sqlite/migrations')))) {
    const text = await readFile(path.join(folder, 'sqlite/migrations', name, 'migration.sql'), 'utf8')
    const checksum = createHash('sha256').update(text.replaceAll('\n', '\r\n')).digest('hex')
    await client.execute('UPDATE _prisma_migrations SET checksum = ? WHERE migration_name = ?', [checksum, name])
  }
  client.close()
  expect(await applyMigrations(url, folder)).toEqual([])
})

test.each(['a#b', 'a?b', 'a?b=c', '100%', 'a%41b', '%zz', 'my files', 'ä中😀', `"quoted'`, 'a&b=c;d'])(
  'the folder “%s” holds its own database',
  async (name) => {
    const file = path.join(folder, name, 'data', 'course.db')
    await applyMigrations(formatDatabaseUrl({ provider: 'sqlite', file }), folder)
    expect((await readdir(path.dirname(file))).sort()).toContain('course.db')
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['sqlite', name]))
    expect(await readdir(folder)).toHaveLength(2)
  },
)

test('a database that another program has locked ends in one sentence', async () => {
  await applyMigrations(url, folder)
  const other = await createClient({ url }).transaction('write')
  await expect(applyMigrations(url, folder, 50)).rejects.toThrow(
    /^The database \S+ is locked by another program: [^\n]+$/,
  )
  await other.rollback()
  expect(await applyMigrations(url, folder)).toEqual([])
})

test.each([
  ['a folder', (file: string) => mkdir(file, { recursive: true }), 'is a folder'],
  [
    'no database',
    async (file: string) => {
      await mkdir(path.dirname(file))
      await writeFile(file, 'some words, long enough to be read as a header of a file\n'.repeat(20))
    },
    'is not a SQLite database',
  ],
  ['below a file', (file: string) => writeFile(path.dirname(file), ''), 'because a file has that name'],
])('a path that is %s ends in one sentence', async (_, put, words) => {
  const file = path.join(folder, 'data', 'course.db')
  await put(file)
  const error: unknown = await applyMigrations(url, folder).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SetupError)
  expect(String(Object(error).message)).toMatch(new RegExp(`^[^\\n]*${words}[^\\n]*$`))
})

const stamped = (names: string[]): string[] => names.filter((name) => /^\d{14}_/.test(name)).sort()

test.skipIf(process.platform === 'win32')(
  'only its owner can read a new SQLite file and the files next to it',
  async () => {
    await applyMigrations(url, folder)
    const data = path.join(folder, 'data')
    const names = await readdir(data)
    expect(names).toContain('course.db')
    for (const name of names) expect((await stat(path.join(data, name))).mode & 0o077).toBe(0)
  },
)
