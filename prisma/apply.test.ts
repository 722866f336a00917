import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { beforeEach, expect, test } from 'vitest'
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

test('a migration that fails leaves nothing of itself and can be mended', async () => {
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

test.each(['sqlite', 'postgresql'])('the last migration of %s is of the models as they stand', async (provider) => {
  const at = path.join(import.meta.dirname, provider)
  const texts = await Promise.all(
    ['models.prisma', 'schema.prisma'].map((file) => readFile(path.join(at, file), 'utf8')),
  )
  expect(await readFile(path.join(at, 'migrations/schema.snapshot.txt'), 'utf8')).toBe(texts.join('\n'))
})

const stamped = (names: string[]): string[] => names.filter((name) => /^\d{14}_/.test(name)).sort()

test.skipIf(process.platform === 'win32')(
  'a new SQLite file is its owner’s alone, with what lies beside it',
  async () => {
    await applyMigrations(url, folder)
    const data = path.join(folder, 'data')
    const names = await readdir(data)
    expect(names).toContain('course.db')
    for (const name of names) expect((await stat(path.join(data, name))).mode & 0o077).toBe(0)
  },
)

test('a PostgreSQL that accepts and says nothing is given up, and one that is not there is named', async () => {
  const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `postgresql://ada:secret@127.0.0.1:${port}/course`
  const silent = applyMigrations(url, undefined, 200)
  await expect(silent).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port} can’t be reached`)
  await expect(silent).rejects.not.toThrow('secret')
  await new Promise((resolve) => server.close(resolve))
  await expect(applyMigrations(url)).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port} can’t be reached`)
})
