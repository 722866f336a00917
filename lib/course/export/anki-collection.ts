import { renderCardHtml } from '../card-html.ts'
import type { ExportCard } from './export-cards.ts'

/** Fixed ids, so that importing again finds the same kind of note and the same deck. */
export const MODEL = 1_700_000_000_001
export const DECK = 1_700_000_000_002

/** The tables of a collection of schema 11 (Anki's rslib/src/storage/schema11.sql). */
export const TABLES = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`

/** Creates the only row of `col`: the layout of notes and the decks. `crt` in seconds, the others in milliseconds. */
export const createCollection = (title: string, now: number) => ({
  crt: Math.floor(now / 86_400_000) * 86_400,
  mod: now,
  scm: now,
  conf: {
    activeDecks: [1],
    addToCur: true,
    collapseTime: 1200,
    curDeck: 1,
    curModel: String(MODEL),
    dueCounts: true,
    estTimes: true,
    newBury: true,
    newSpread: 0,
    nextPos: 1,
    sortBackwards: false,
    sortType: 'noteFld',
    timeLim: 0,
  },
  models: { [MODEL]: createModel(title, now) },
  decks: { 1: createDeckRow(1, 'Default', now), [DECK]: createDeckRow(DECK, title, now) },
  dconf: { 1: createDeckOptions(now) },
})

const createModel = (title: string, now: number) => ({
  id: MODEL,
  name: `${title} (card)`,
  type: 0,
  mod: Math.floor(now / 1000),
  usn: -1,
  sortf: 0,
  did: DECK,
  flds: FIELDS.map((name, ord) => ({ name, ord, font: 'Arial', size: 20, media: [], rtl: false, sticky: false })),
  tmpls: [
    {
      name: 'Card 1',
      ord: 0,
      qfmt: '{{Question}}',
      afmt: '{{FrontSide}}\n<hr id="answer">\n{{Answer}}\n{{Key points}}',
      bafmt: '',
      bqfmt: '',
      did: null,
    },
  ],
  css: '.card { font-family: sans-serif; font-size: 20px; line-height: 1.5; max-width: 36em; margin: 0 auto; text-align: left }',
  latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
  latexPost: '\\end{document}',
  req: [[0, 'any', [0]]],
  tags: [],
  vers: [],
})

const createDeckRow = (id: number, name: string, now: number) => ({
  id,
  name,
  desc: '',
  mod: Math.floor(now / 1000),
  usn: -1,
  conf: 1,
  dyn: 0,
  collapsed: false,
  extendNew: 0,
  extendRev: 50,
  lrnToday: [0, 0],
  newToday: [0, 0],
  revToday: [0, 0],
  timeToday: [0, 0],
})

const createDeckOptions = (now: number) => ({
  id: 1,
  name: 'Default',
  mod: Math.floor(now / 1000),
  usn: -1,
  autoplay: true,
  maxTaken: 60,
  replayq: true,
  timer: 0,
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 100 },
})

/** A note in Anki: its id, its fields, its tags. */
export interface AnkiNote {
  /** The same for the same card at every export, so that importing again updates it. */
  readonly guid: string
  /** HTML, in the order of `FIELDS`. */
  readonly fields: readonly string[]
  /** Words without spaces; `::` divides levels. */
  readonly tags: readonly string[]
}
const FIELDS = ['Question', 'Answer', 'Key points'] as const

/** Converts a card to a note for Anki. */
export function toAnkiNote({ id, lesson, kind, question, answer, keyPoints }: ExportCard): AnkiNote {
  const points = keyPoints.map((keyPoint) => `<li>${toLine(keyPoint)}</li>`).join('')
  return {
    guid: `explain-attention:${id}`,
    fields: [toLine(question), renderCardHtml(answer, { target: 'anki' }), `<ul>${points}</ul>`],
    tags: [`lesson::${lesson}`, `kind::${kind}`],
  }
}

const toLine = (text: string): string => renderCardHtml(text, { target: 'anki', isLine: true })
