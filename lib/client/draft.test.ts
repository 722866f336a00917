import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEdit,
  type DraftEdit,
  type DraftRecord,
  DraftRecordSchema,
  EMPTY_RECORD,
  isUnsent,
  joinRecords,
  joinServer,
  listAlternatives,
  replaceDraft,
  restoreDraft,
} from './draft.ts'

const STARTER = 'starter'
const edit = (source: string, { page = 'tab 1', base = undefined as string | undefined } = {}): DraftEdit => ({
  source,
  at: 1,
  revision: `revision of ${source}`,
  page,
  ...(base !== undefined && { base: `revision of ${base}` }),
})
const write = (record: DraftRecord, source: string, options?: Parameters<typeof edit>[1]) =>
  applyEdit(record, edit(source, options), STARTER)
const sources = ({ current, others }: DraftRecord) => [current?.source, ...others.map(({ source }) => source)]
const atServer = (source: string, at: number) => ({ draft: { source, at }, kept: [] })

describe('edits on one device', () => {
  test('replace the text that they continue', () => {
    expect(sources(write(write(EMPTY_RECORD, 'a'), 'ab', { base: 'a' }))).toEqual(['ab'])
    expect(sources(write(write(EMPTY_RECORD, 'a'), 'ab'))).toEqual(['ab'])
  })

  test('of two tabs are both kept, whichever writes last', () => {
    const first = write(write(EMPTY_RECORD, 'one'), 'two', { page: 'tab 2' })
    expect(sources(first)).toEqual(['two', 'one'])
    expect(sources(write(first, 'one!', { base: 'one' }))).toEqual(['one!', 'two'])
  })

  test('of a tab that continues the code of a closed one keep no older draft', () => {
    expect(sources(write(write(EMPTY_RECORD, 'one'), 'two', { page: 'tab 2', base: 'one' }))).toEqual(['two'])
  })

  test('can be applied twice', () => {
    const once = write(write(EMPTY_RECORD, 'one'), 'two', { page: 'tab 2' })
    expect(write(once, 'two', { page: 'tab 2' })).toEqual(once)
  })

  test('never lose the last text of a tab', () => {
    const step = fc.record({ tab: fc.nat(2), isReload: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let record = EMPTY_RECORD
        const last = new Map<number, string>()
        const base = new Map<number, string | undefined>()
        steps.forEach(({ tab, isReload }, i) => {
          if (isReload) {
            last.delete(tab)
            base.set(tab, record.current?.revision)
            return
          }
          const next = { source: `text ${i}`, at: i, revision: `${i}`, page: `tab ${tab}` }
          record = applyEdit(record, { ...next, base: base.get(tab) }, STARTER)
          // a tab that was loaded with another tab's text continues with that one
          for (const [other, source] of last) if (source === `text ${base.get(tab)}`) last.delete(other)
          base.set(tab, next.revision)
          last.set(tab, next.source)
        })
        for (const source of last.values()) expect(sources(record)).toContain(source)
      }),
    )
  })

  test('can be taken back: starting again keeps the text, and restoring brings each one back', () => {
    const again = replaceDraft(write(EMPTY_RECORD, 'work'), { source: STARTER, at: 2 }, STARTER)
    expect(sources(again)).toEqual([STARTER, 'work'])
    const next = { at: 3, revision: 'restored', page: 'tab 1' }
    const back = restoreDraft(again, { source: STARTER, at: 2 }, next, STARTER)
    expect(sources(back)).toEqual(['work'])
    const three = { ...EMPTY_RECORD, current: edit('a'), others: [edit('b'), edit('c')] }
    const once = restoreDraft(three, edit('a'), next, STARTER)
    expect(sources(once)).toEqual(['b', 'c', 'a'])
    expect(sources(restoreDraft(once, edit('b'), next, STARTER))).toEqual(['c', 'a', 'b'])
  })

  test('of another tab can be restored at once, although this one shows its own text', () => {
    const record = write(write(EMPTY_RECORD, 'one'), 'two', { page: 'tab 2' })
    expect(listAlternatives(record, 'one', STARTER).map(({ source }) => source)).toEqual(['two'])
    const next = { at: 3, revision: 'restored', page: 'tab 1' }
    expect(sources(restoreDraft(record, edit('one'), next, STARTER))).toEqual(['two', 'one'])
  })
})

describe('a draft on this device and on the server', () => {
  const saved = (source: string, base: number): DraftRecord => ({
    ...write(EMPTY_RECORD, source),
    server: { base, saved: `revision of ${source}` },
  })

  test('is the server’s if nothing was written here since', () => {
    const joined = joinServer(saved('a', 5), atServer('ab', 6), 'r', STARTER)
    expect(sources(joined)).toEqual(['ab'])
    expect(isUnsent(joined)).toBe(false)
    expect(sources(joinServer(EMPTY_RECORD, atServer('ab', 6), 'r', STARTER))).toEqual(['ab'])
  })

  test('is this device’s if it continues the server’s, whatever the clocks say', () => {
    const record = write(saved('a', 5), 'abc', { base: 'a' })
    const joined = joinServer(record, atServer('a', 5), 'r', STARTER)
    expect(sources(joined)).toEqual(['abc'])
    expect([joined.server.base, isUnsent(joined)]).toEqual([5, true])
  })

  test('is both if each was changed', () => {
    const joined = joinServer(write(saved('a', 5), 'mine', { base: 'a' }), atServer('theirs', 6), 'r', STARTER)
    expect(sources(joined)).toEqual(['mine', 'theirs'])
    expect([joined.server.base, isUnsent(joined)]).toEqual([5, true])
  })

  test('is the server’s, with this device’s as an older draft if the server kept that', () => {
    const stored = { ...atServer('theirs', 6), kept: [{ source: 'mine', at: 5 }] }
    expect(sources(joinServer(saved('mine', 5), stored, 'r', STARTER))).toEqual(['theirs', 'mine'])
  })

  test('leaves all texts that only this device has, however many the server keeps', () => {
    const texts = Array.from({ length: 10 }, (_, i) => ({ source: `device ${i}`, at: 1 }))
    const kept = Array.from({ length: 10 }, (_, i) => ({ source: `server ${i}`, at: 1 }))
    const joined = joinServer({ ...saved('a', 5), others: texts }, { ...atServer('a', 5), kept }, 'r', STARTER)
    expect(joined.others).toEqual(texts)
  })

  test('continues a text that was sent and not answered', () => {
    const record = { ...write(saved('a', 5), 'abc', { base: 'a' }), server: { base: 5, saved: 'x', unanswered: 'ab' } }
    const joined = joinServer(record, atServer('ab', 6), 'r', STARTER)
    expect(sources(joined)).toEqual(['abc'])
    expect(joined.server.base).toBe(6)
  })

  test('is sent again to a server that has none', () => {
    const joined = joinServer(saved('a', 5), { draft: null, kept: [] }, 'r', STARTER)
    expect([joined.server, isUnsent(joined)]).toEqual([{}, true])
    expect(joinServer(EMPTY_RECORD, { draft: null, kept: [] }, 'r', STARTER)).toBe(EMPTY_RECORD)
  })

  test('is this device’s if the server was restored from a backup, which it can tell by a smaller number', () => {
    const joined = joinServer(saved('newer', 9), atServer('older', 5), 'r', STARTER)
    expect(sources(joined)).toEqual(['newer', 'older'])
    expect([joined.server, isUnsent(joined)]).toEqual([{ base: 5 }, true])
  })

  test('stays at the starter that the learner went back to', () => {
    const record = replaceDraft(saved('a', 5), { source: STARTER, at: 9, revision: 's' }, STARTER)
    expect(sources(joinServer(record, atServer('a', 5), 'r', STARTER))[0]).toBe(STARTER)
  })
})

describe('what is stored', () => {
  test('by an older version is read: its other draft can be restored, and nothing is known of the server', () => {
    const older = { current: { source: 'a', at: 1 }, kept: { source: 'b', at: 2 } }
    const record = DraftRecordSchema.parse(older)
    expect(sources(record)).toEqual(['a', 'b'])
    expect(isUnsent(record)).toBe(true)
    expect(DraftRecordSchema.parse({})).toEqual({ current: undefined, others: [], server: {} })
  })

  test('survives being stored and read', () => {
    const record = write(write(EMPTY_RECORD, 'one'), 'two', { page: 'tab 2' })
    expect(DraftRecordSchema.parse(structuredClone(record))).toEqual(record)
  })

  test('of a guest and of their account is joined without losing a text', () => {
    const joined = joinRecords(write(EMPTY_RECORD, 'the guest’s'), write(EMPTY_RECORD, 'the account’s'))
    expect(sources(joined)).toEqual(['the account’s', 'the guest’s'])
    expect(sources(joinRecords(write(EMPTY_RECORD, 'the guest’s'), EMPTY_RECORD))).toEqual(['the guest’s'])
  })
})
