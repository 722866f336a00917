import 'server-only'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { strToU8, zipSync } from 'fflate'
import { type AnkiNote, createCollection, DECK, MODEL, TABLES, toAnkiNote } from './anki-collection.ts'
import type { ExportCard } from './export-cards.ts'

/**
 * Cards as a package that Anki imports (`.apkg`): a zip file with a collection of schema 11, which every Anki since 2.0
 * reads. New cards, without a schedule: Anki makes its own.
 *
 * @param title  of the deck
 * @param now  milliseconds; notes that are newer than those of an earlier import take their place
 */
export async function createAnkiPackage(
  title: string,
  cards: readonly ExportCard[],
  now: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'anki-'))
  try {
    const file = path.join(folder, 'collection.anki2')
    write(file, title, cards.map(toAnkiNote), now)
    return zipSync({ 'collection.anki2': new Uint8Array(await readFile(file)), media: strToU8('{}') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function write(file: string, title: string, notes: readonly AnkiNote[], now: number): void {
  const seconds = Math.floor(now / 1000)
  const db = new DatabaseSync(file)
  try {
    db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;${TABLES}`) // read once, then gone
    const { crt, mod, scm, conf, models, decks, dconf } = createCollection(title, now)
    db.prepare(
      `INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ${Array.from({ length: 4 }, () => '?').join()}, '{}')`,
    ).run(crt, mod, scm, ...[conf, models, decks, dconf].map((value) => JSON.stringify(value)))
    const note = db.prepare(`INSERT INTO notes VALUES (?, ?, ${MODEL}, ?, -1, ?, ?, ?, ?, 0, '')`)
    const card = db.prepare(`INSERT INTO cards VALUES (?, ?, ${DECK}, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')`)
    const usedIds = new Set<number>()
    for (const [i, { guid, fields, tags }] of notes.entries()) {
      const id = chooseId(guid, usedIds)
      const sort = stripTags(fields[0] ?? '')
      note.run(id, guid, seconds, ` ${tags.join(' ')} `, fields.join('\x1f'), sort, checksum(sort))
      card.run(id, id, seconds, i + 1)
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

/** Anki’s ids are times in milliseconds and must be in the past: these begin in November 2023. */
const FIRST_ID = 1_700_000_000_000
/** A little more than a year, in milliseconds. With 100 cards, two of them collide in one of seven million courses. */
const ID_RANGE = 2 ** 35

/**
 * Chooses the id of a note and its card. It is derived from the guid, so it stays the same when other cards are added
 * or removed: Anki identifies notes by their guid, but other programs that read packages may use the id.
 *
 * @param usedIds ids that are used in this file; the new one is added
 */
function chooseId(guid: string, usedIds: Set<number>): number {
  let id = FIRST_ID + (createHash('sha256').update(guid).digest().readUIntBE(0, 6) % ID_RANGE)
  while (usedIds.has(id)) id += 1
  usedIds.add(id)
  return id
}

const stripTags = (html: string): string => html.replaceAll(/<[^>]*>/g, '')
/** The first 32 bits of the SHA-1 of the first field, which Anki finds duplicates by. */
const checksum = (text: string): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16)
