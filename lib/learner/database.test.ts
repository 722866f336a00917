import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Client, createClient, type Transaction } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyMigrations } from '../../prisma/apply.js'
import { connect, type Database } from './database.ts'
import { isStorageError, StorageError } from './storage-error.ts'
import { type StorageWatch, watchStorage } from './storage-watch.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

describe('a database that another program has locked', () => {
  let db: Database
  let url: string
  let close: () => Promise<void>
  let other: Client
  let lock: Transaction
  beforeEach(async () => {
    ;({ db, url, close } = await createTemporaryDatabase())
    await createLearner(db, 'ada')
    other = createClient({ url })
    lock = await other.transaction('write')
  })
  afterEach(async () => {
    lock.close()
    other.close()
    await close()
  })
  const rename = (name: string, database = db) => database.user.updateMany({ where: { id: 'ada' }, data: { name } })
  const readName = async () => (await db.user.findUnique({ where: { id: 'ada' } }))?.name

  test('is read while writes wait, and written when it is free', async () => {
    const writes = [
      rename('a'),
      db.$transaction(async (tx) => {
        await tx.user.count()
        return tx.user.updateMany({ where: { id: 'ada' }, data: { email: 'b@example.org' } })
      }),
      db.draft.upsert({
        where: { learnerId_exerciseId: { learnerId: 'ada', exerciseId: 'softmax' } },
        create: { learnerId: 'ada', exerciseId: 'softmax', source: 'c', savedAt: new Date() },
        update: {},
      }),
    ]
    const settled = writes.map(() => false)
    for (const [i, write] of writes.entries()) void Promise.resolve(write).finally(() => (settled[i] = true))
    expect(await readName()).toBe('ada')
    expect(await readName()).toBe('ada')
    expect(settled).toEqual([false, false, false])
    await lock.rollback()
    await Promise.all(writes)
    const { rows } = await other.execute('SELECT name, email, (SELECT count(*) FROM Draft) AS drafts FROM user')
    expect(rows).toMatchObject([{ name: 'a', email: 'b@example.org', drafts: 1 }])
  })

  test('for too long refuses writes, says that it is busy, and takes them later', async () => {
    const hasty = await connect(url, 20)
    const busy = { name: 'StorageError', fault: 'busy' }
    await expect(rename('a', hasty)).rejects.toMatchObject(busy)
    await expect(hasty.$transaction((tx) => tx.user.count())).rejects.toMatchObject(busy)
    expect(await hasty.user.count()).toBe(1)
    await lock.rollback()
    await rename('b', hasty)
    expect((await other.execute('SELECT name FROM user')).rows).toMatchObject([{ name: 'b' }])
    await other.execute("UPDATE user SET name = 'c'")
    expect(await readName()).toBe('c')
    await hasty.$disconnect()
  })

  test('is noted where something on the way catches the error', async () => {
    const hasty = await connect(url, 20)
    const watch: StorageWatch = {}
    const caught = await watchStorage(watch, () => rename('a', hasty).catch(() => 'caught'))
    expect(caught).toBe('caught')
    expect(watch.error).toMatchObject({ fault: 'busy', message: 'SQLITE_BUSY: database is locked' })
    await hasty.$disconnect()
  })
})

test('a transaction of ours holds up no one who reads', async () => {
  const { db, close } = await createTemporaryDatabase()
  await createLearner(db, 'ada')
  await db.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: 'ada' }, data: { name: 'new' } })
    expect(await db.user.findUnique({ where: { id: 'ada' } })).toMatchObject({ name: 'ada' })
  })
  expect(await db.user.findUnique({ where: { id: 'ada' } })).toMatchObject({ name: 'new' })
  await close()
})

test('a transaction that reads first can write, whatever others want to write', async () => {
  const { db, url, close } = await createTemporaryDatabase()
  await createLearner(db, 'ada')
  const other = createClient({ url })
  await db.$transaction(async (tx) => {
    await tx.user.count()
    await expect(other.execute("UPDATE user SET name = 'other'")).rejects.toThrow('locked')
    await tx.user.updateMany({ where: { id: 'ada' }, data: { name: 'new' } })
  })
  expect(await db.user.findUnique({ where: { id: 'ada' } })).toMatchObject({ name: 'new' })
  other.close()
  await close()
})

test('a commit waits for those who read, where there is no write-ahead log', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'))
  const url = `file:${path.join(folder, 'test.db')}`
  const other = createClient({ url })
  await other.execute('CREATE TABLE t (a)')
  const count = async () => (await other.execute('SELECT count(*) AS rows FROM t')).rows[0]?.rows
  const reader = await other.transaction('read')
  await reader.execute('SELECT a FROM t')
  const db = await connect(url, 20)
  const insert = () => db.$transaction((tx) => tx.$executeRaw`INSERT INTO t VALUES (1)`)
  await expect(insert()).rejects.toMatchObject({ fault: 'busy' })
  await reader.rollback()
  expect(await count()).toBe(0)
  await insert()
  expect(await count()).toBe(1)
  await db.$disconnect()
  other.close()
  rmSync(folder, { recursive: true })
})

test('an error that says what was wrong with a question stays what it is', async () => {
  const { db, close } = await createTemporaryDatabase()
  await createLearner(db, 'ada')
  const error: unknown = await createLearner(db, 'ada').catch((reason: unknown) => reason)
  expect(isStorageError(error)).toBe(false)
  expect(error).toMatchObject({ code: 'P2002' })
  expect(isStorageError(new StorageError('busy', new Error('locked')))).toBe(true)
  await close()
})

describe.skipIf(!canMount())('a disk of two megabytes', () => {
  let folder: string
  let url: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
    url = `file:${path.join(folder, 'test.db')}`
  })
  afterEach(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  const fill = () => {
    for (const bytes of [65_536, 4096])
      for (let i = 0; i < 600; i++)
        try {
          writeFileSync(path.join(folder, `filler-${bytes}-${i}`), Buffer.alloc(bytes))
        } catch {
          break
        }
  }
  const clear = () => {
    for (const name of readdirSync(folder)) if (name.startsWith('filler-')) rmSync(path.join(folder, name))
  }
  /** In a process that ends: a file that is open for writing keeps its disk from being read-only. */
  const migrateElsewhere = () =>
    execFileSync(process.execPath, [path.join(import.meta.dirname, '../../prisma/apply.js')], {
      env: { ...process.env, DATABASE_URL: url },
    })
  const saveDraft = (db: Database, exerciseId: string) =>
    db.draft.create({ data: { learnerId: 'ada', exerciseId, source: 'x'.repeat(20_000), savedAt: new Date() } })

  test('that is full refuses writes, keeps what it acknowledged, and continues when there is space', async () => {
    await applyMigrations(url)
    const db = await connect(url)
    await createLearner(db, 'ada')
    await saveDraft(db, 'kept')
    fill()
    const full = { name: 'StorageError', fault: 'disk-full' }
    await expect(
      (async () => {
        for (let i = 0; i < 20; i++) await saveDraft(db, `draft-${i}`)
      })(),
    ).rejects.toMatchObject(full)
    const acknowledged = await db.draft.count()
    await expect(
      db.$transaction(async (tx) => {
        for (let i = 0; i < 20; i++) await saveDraft(tx as Database, `in-transaction-${i}`)
      }),
    ).rejects.toMatchObject(full)
    expect(await db.draft.count()).toBe(acknowledged)
    clear()
    await db.$transaction((tx) => saveDraft(tx as Database, 'later'))
    expect(await db.draft.count()).toBe(acknowledged + 1)
    expect(await db.draft.findFirst({ where: { exerciseId: 'kept' } })).toMatchObject({ source: 'x'.repeat(20_000) })
    await db.$disconnect()
  })

  test('that is full, or read-only, ends the start in one sentence', async () => {
    const isFull = /^The disk of the database \S+ is full: [^\n]+$/
    fill()
    await expect(applyMigrations(url)).rejects.toThrow(isFull)
    clear()
    migrateElsewhere()
    fill()
    await expect(applyMigrations(url)).rejects.toThrow(isFull)
    clear()
    expect(await applyMigrations(url)).toEqual([])
  })

  test('that is read-only refuses writes and a start', async () => {
    migrateElsewhere()
    execFileSync('mount', ['-o', 'remount,ro', folder])
    const db = await connect(url)
    await expect(createLearner(db, 'ada')).rejects.toMatchObject({ name: 'StorageError', fault: 'read-only' })
    await expect(applyMigrations(url)).rejects.toThrow(/^The database \S+ can’t be written: [^\n]+$/)
    await db.$disconnect()
  })
})

/** Whether this process may mount a file system, which needs root on Linux. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(path.join(tmpdir(), 'mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}
