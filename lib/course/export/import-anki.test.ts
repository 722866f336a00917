import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAnkiPython } from '#lib/setup/anki-library.js'
import { readCourse } from '../read-course.ts'
import { createAnkiPackage } from './anki-package.ts'
import type { ExportCard } from './export-cards.ts'
import { exportCards } from './export-cards.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 24, 22)
/** `npm test` installs it where it can (lib/setup/anki-library.js). */
const python = findAnkiPython()

describe.skipIf(!python && !process.env.CI)("the package, imported by Anki's own library", () => {
  let folder: string
  let cards: readonly ExportCard[]
  let changed: readonly ExportCard[]
  let title: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'anki-import-'))
    const course = await readCourse()
    title = course.title
    cards = exportCards(course)
    changed = cards.map((card, i) => (i === 3 ? { ...card, question: 'Is this a new text?' } : card))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let packages = 0
  /** Writes a package; gives its path. */
  async function write(content: readonly ExportCard[], now: number, deck = title): Promise<string> {
    const file = path.join(folder, `${packages++}.apkg`)
    writeFileSync(file, await createAnkiPackage(deck, content, now))
    return file
  }

  /** A new collection after each of these steps. */
  function run(...steps: readonly string[]): readonly Imported[] {
    if (!python) throw new Error('Anki’s library is not installed: see what npm test says before the unit tests.')
    const collection = path.join(folder, `${packages++}.anki2`)
    const args = [path.join(import.meta.dirname, 'import_anki.py'), collection, ...steps]
    return JSON.parse(execFileSync(python, args, { encoding: 'utf8', maxBuffer: 2 ** 27 })) as Imported[]
  }

  test('brings every card, and Anki finds nothing to repair', async () => {
    const [first] = run(await write(cards, NOW))
    expect(first?.log).toEqual({ ...NOTHING, new: cards.length })
    expect(first?.problems).toBe('')
    expect(Object.keys(first?.notes ?? {}).sort()).toEqual(cards.map(({ id }) => `explain-attention:${id}`).sort())
    expect(first?.decks).toEqual(['Default', title])
    for (const question of first?.questions ?? []) expect(question).toMatch(/<\/style>./)
  })

  test('twice, doubles nothing and changes no schedule', async () => {
    const file = await write(cards, NOW)
    const [, learned, again, later] = run(file, 'learn:6', file, await write(cards, NOW + DAY_MS))
    expect(again?.log).toEqual({ ...NOTHING, duplicate: cards.length })
    for (const imported of [again, later]) {
      expect(imported?.noteCount).toBe(cards.length)
      expectSameSchedule(imported, learned)
      expect(imported?.problems).toBe('')
    }
  })

  test('again after a text changed, brings the text and keeps every schedule', async () => {
    const next = await write(changed, NOW + DAY_MS)
    const [, learned, again, forced] = run(await write(cards, NOW), 'learn:6', next, `${next}#with-scheduling`)
    for (const imported of [again, forced]) {
      expect(imported?.noteCount).toBe(cards.length)
      expect(imported?.notes[`explain-attention:${cards[3]?.id}`]?.[0]).toBe('Is this a new text?')
      expectSameSchedule(imported, learned)
    }
  })

  test('an older package takes no newer text away', async () => {
    const [, older] = run(await write(changed, NOW), await write(cards, NOW - DAY_MS))
    expect(older?.notes[`explain-attention:${cards[3]?.id}`]?.[0]).toBe('Is this a new text?')
  })

  test('cards that come, go and change places leave the others theirs', async () => {
    const [first, ...others] = changed
    if (!first) throw new Error('The course has no cards.')
    const added = { ...first, id: 'scaling/added', question: 'Was this added?' }
    const [, learned, again] = run(
      await write(cards, NOW),
      'learn:6',
      await write([added, ...others.toReversed()], NOW + DAY_MS),
    )
    expect(again?.noteCount).toBe(cards.length + 1)
    expect(again?.log?.new).toBe(1)
    const learnedIds = new Set(learned?.schedule.map(([id]) => id))
    expect(again?.schedule.filter(([id]) => learnedIds.has(id))).toEqual(learned?.schedule)
    expect(again?.problems).toBe('')
  })

  test('a package of before, whose ids followed from the places of the cards, is known again', async () => {
    const file = await write(cards, NOW)
    const former = path.join(folder, 'former.apkg')
    writeFileSync(former, withIdsByPlace(readFileSync(file)))
    const [first, learned, again] = run(former, 'learn:6', await write(changed, NOW + DAY_MS))
    expect(first?.log?.new).toBe(cards.length)
    expect(again?.noteCount).toBe(cards.length)
    expectSameSchedule(again, learned)
    expect(again?.notes[`explain-attention:${cards[3]?.id}`]?.[0]).toBe('Is this a new text?')
  })

  test('a course with another title keeps its notes and its kind of note', async () => {
    const [, learned, renamed] = run(
      await write(cards, NOW),
      'learn:6',
      await write(cards, NOW + DAY_MS, 'Another title'),
    )
    expect(renamed?.noteCount).toBe(cards.length)
    expect(renamed?.noteTypes).toHaveLength(learned?.noteTypes.length ?? -1)
    expectSameSchedule(renamed, learned)
  })
})

/** The package as it was once written: ids in the order of the cards. */
function withIdsByPlace(file: Uint8Array): Uint8Array {
  const files = unzipSync(file)
  const folder = mkdtempSync(path.join(tmpdir(), 'anki-former-'))
  try {
    const collection = path.join(folder, 'collection.anki2')
    writeFileSync(collection, files['collection.anki2'] ?? '')
    const db = new DatabaseSync(collection)
    db.exec(`CREATE TEMP TABLE place AS SELECT nid, 1700000000000 + due - 1 AS id FROM cards;
      UPDATE notes SET id = -(SELECT id FROM place WHERE nid = notes.id);
      UPDATE notes SET id = -id;
      UPDATE cards SET nid = 1700000000000 + due - 1;
      UPDATE cards SET id = -nid;
      UPDATE cards SET id = nid;`)
    db.close()
    return zipSync({ ...files, 'collection.anki2': new Uint8Array(readFileSync(collection)) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const NOTHING = {
  new: 0,
  updated: 0,
  duplicate: 0,
  conflicting: 0,
  first_field_match: 0,
  missing_notetype: 0,
  missing_deck: 0,
  empty_first_field: 0,
}

/** What the collection is after a step. */
interface Imported {
  /** How many notes came to what; null after a step that imports nothing. */
  readonly log: Readonly<Record<keyof typeof NOTHING, number>> | null
  /** What Anki's own check of the database found to repair. */
  readonly problems: string
  /** Fields by guid. */
  readonly notes: Readonly<Record<string, readonly string[]>>
  readonly noteCount: number
  /** A row per card, its id first. */
  readonly schedule: readonly (readonly (number | string)[])[]
  readonly reviews: number
  readonly decks: readonly string[]
  readonly noteTypes: readonly string[]
  /** The first ones, as Anki shows them. */
  readonly questions: readonly string[]
}

function expectSameSchedule(imported: Imported | undefined, learned: Imported | undefined): void {
  expect(learned?.reviews).toBe(6)
  expect(imported?.reviews).toBe(6)
  expect(imported?.schedule).toEqual(learned?.schedule)
}
