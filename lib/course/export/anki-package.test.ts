import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCourse } from '../read-course.ts'
import { createAnkiPackage } from './anki-package.ts'
import { exportCards } from './export-cards.ts'

const NOW = Date.UTC(2026, 10, 24, 22)
/** A program that is not ours. Where it is missing on a person's machine there is nothing to open the file with; CI has it. */
const PYTHON = ['python3', 'python'].find((name) => answers(name))
const READ = `
import json, sqlite3, sys, tempfile, zipfile
with zipfile.ZipFile(sys.argv[1]) as package, tempfile.TemporaryDirectory() as folder:
    assert package.testzip() is None
    media = json.loads(package.read('media'))
    db = sqlite3.connect(package.extract('collection.anki2', folder))
    rows = lambda sql: [list(row) for row in db.execute(sql)]
    print(json.dumps({
        'check': rows('PRAGMA integrity_check'), 'media': media, 'col': rows('SELECT ver, models, decks, conf, dconf FROM col'),
        'notes': rows('SELECT n.id, guid, mid, tags, flds, sfld, csum FROM notes n JOIN cards ON nid = n.id ORDER BY due'),
        'cards': rows('SELECT nid, did, ord, type, queue, due FROM cards ORDER BY due')}))
    db.close()
`

describe.skipIf(!PYTHON && !process.env.CI)('the package for Anki, opened by another program', () => {
  let folder: string
  let cards: ReturnType<typeof exportCards>
  let library: Opened
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'apkg-'))
    cards = exportCards(await readCourse())
    library = await opened()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function opened(now = NOW, content = cards): Promise<Opened> {
    const file = path.join(folder, 'cards.apkg')
    writeFileSync(file, await createAnkiPackage('Explain Attention', content, now))
    const out = execFileSync(PYTHON ?? 'python3', ['-c', READ, file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    return JSON.parse(out) as Opened
  }

  test('is a sound collection of schema 11 without media', () => {
    expect(library.check).toEqual([['ok']])
    expect(library.media).toEqual({})
    expect(library.col).toHaveLength(1)
    expect(library.col[0]?.[0]).toBe(11)
  })
  test('has a note and a new card for every card of the course', () => {
    expect(cards.length).toBeGreaterThan(20)
    expect(library.notes.map(([, guid]) => guid)).toEqual(cards.map(({ id }) => `explain-attention:${id}`))
    expect(library.cards.map(([nid]) => nid)).toEqual(library.notes.map(([id]) => id))
    for (const [, , ord, type, queue] of library.cards) expect([ord, type, queue]).toEqual([0, 0, 0])
  })
  test('names a deck and a kind of note that are there, with a template of its fields', () => {
    const [, models, decks, , dconf] = library.col[0] as [number, string, string, string, string]
    const [[, , mid], [, did]] = [library.notes[0]!, library.cards[0]!]
    const model = JSON.parse(models)[mid]
    const deck = JSON.parse(decks)[did ?? 0]
    expect(model.flds.map((field: { name: string }) => field.name)).toEqual(['Question', 'Answer', 'Key points'])
    expect(model.tmpls[0].afmt).toMatch(/\{\{Answer\}\}/)
    expect(deck.name).toBe('Explain Attention')
    expect(JSON.parse(dconf)[deck.conf]).toBeDefined()
  })
  test('has maths as Anki looks for it, and tags by lesson and kind', () => {
    const all = library.notes.map(([, , , , flds]) => flds).join('\n')
    expect(all).toMatch(/\\\([^$]+?\\\)/)
    for (const [i, [, , , tags, flds]] of library.notes.entries()) {
      expect(tags).toBe(` lesson::${cards[i]?.lesson} kind::${cards[i]?.kind} `)
      expect(flds.split('\x1f')).toHaveLength(3)
      expect(flds).not.toMatch(/\$[^$]+\$/)
    }
  })
  test('gives a note the same id whatever other cards there are', async () => {
    const fewer = await opened(NOW, cards.slice(5))
    expect(fewer.notes).toEqual(library.notes.slice(5))
    expect(new Set(library.notes.map(([id]) => id)).size).toBe(cards.length)
    for (const [id] of library.notes) expect(id).toBeLessThan(NOW) // Anki repairs ids that lie in the future
  })
  test('knows its notes again at the next export', async () => {
    const again = await opened(NOW + 86_400_000)
    expect(again.notes).toEqual(library.notes)
    expect(Object.keys(JSON.parse(again.col[0]?.[1] as string))).toEqual(
      Object.keys(JSON.parse(library.col[0]?.[1] as string)),
    )
  })
})

interface Opened {
  readonly check: readonly (readonly string[])[]
  readonly media: object
  readonly col: readonly (readonly (number | string)[])[]
  readonly notes: readonly (readonly [number, string, number, string, string, string, number])[]
  readonly cards: readonly (readonly number[])[]
}

function answers(name: string): boolean {
  try {
    execFileSync(name, ['-c', 'import sqlite3, zipfile'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
