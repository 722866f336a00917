import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLogEntries } from './apply-log-entries.ts'
import { arbitraryDeck, buildDeckFromLog } from './arbitrary-deck.ts'
import { arbitraryRating, SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS, toDayNumber } from './day.ts'
import type { Deck, DeckItem } from './deck.ts'
import type { LogEntry } from './log.ts'
import { DEFAULT_PLAN } from './plan.ts'
import { emptyMemoryState } from './schedule.ts'

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

describe('what the browser reckons', () => {
  test('is what the server gives once it has the entries', () => {
    const action = fc.record({
      kind: fc.constantFrom('review', 'suspend', 'resume', 'forward', 'bury', 'undo'),
      item: fc.nat(),
      rating: arbitraryRating,
      after: fc.integer({ min: 0, max: 600_000 }),
      undoes: fc.nat(),
    })
    fc.assert(
      fc.property(arbitraryDeck, fc.array(action, { maxLength: 15 }), ({ deck, now, parts }, actions) => {
        if (deck.items.length === 0) return
        let at = now
        const entries: LogEntry[] = []
        for (const [i, step] of actions.entries()) {
          at += step.after
          const item = deck.items[step.item % deck.items.length]!.id
          const done = { id: uuid(i), at, item }
          const reviews = entries.filter((entry) => entry.kind === 'review')
          const undone = [...deck.today, ...reviews].at(step.undoes % Math.max(1, deck.today.length + reviews.length))
          if (step.kind === 'review') entries.push({ kind: 'review', ...done, rating: step.rating, ms: 5000 })
          else if (step.kind === 'bury') entries.push({ kind: 'bury', ...done, until: at + DAY_MS })
          else if (step.kind !== 'undo') entries.push({ kind: step.kind as 'suspend', ...done })
          else if (undone) entries.push({ kind: 'undo', ...done, item: undone.item, entry: undone.id })
        }
        const mine = applyLogEntries(deck, entries)
        const { deck: theirs } = remade(parts, entries, at)
        if (toDayNumber(at, deck.zone) > toDayNumber(now, deck.zone)) return
        expect(mine.today).toEqual(theirs.today)
        const pickReviewed = (all: readonly DeckItem[]) =>
          all.filter(({ memory }) => memory.reps > 0).map(({ id, memory, suspended }) => ({ id, memory, suspended }))
        expect(pickReviewed(mine.items)).toEqual(pickReviewed(theirs.items))
      }),
    )
  })
})
const remade = (parts: Parameters<typeof buildDeckFromLog>[0], entries: readonly LogEntry[], at: number) =>
  buildDeckFromLog({ ...parts, entries: [...parts.entries, ...entries] }, at)

describe('an entry', () => {
  const noon = Date.parse('2026-06-10T12:00Z')
  const item: DeckItem = { ...SOME_ITEMS[0]!, open: true, memory: emptyMemoryState(0), ms: 40_000 }
  const deck: Deck = { plan: DEFAULT_PLAN, zone: 'UTC', items: [item], today: [] }
  const done = (n: number) => ({ id: uuid(n), at: noon + n, item: item.id })
  const review: LogEntry = { kind: 'review', ...done(1), rating: 3, ms: 5000 }
  const deckAfter = (...entries: LogEntry[]) => applyLogEntries(deck, entries)
  const only = (deck: Deck) => deck.items[0]

  test('that is undone never was', () => {
    expect(deckAfter(review, { kind: 'undo', ...done(2), entry: review.id })).toEqual(deck)
  })

  test('of the desk itself can be undone', () => {
    const rated = deckAfter(review)
    expect(applyLogEntries(rated, [{ kind: 'undo', ...done(2), entry: review.id }])).toEqual(deck)
  })

  test('that the desk knows already changes nothing', () => {
    expect(applyLogEntries(deckAfter(review), [review])).toEqual(deckAfter(review))
  })

  test('suspends, buries and resumes an item', () => {
    expect(only(deckAfter({ kind: 'suspend', ...done(1) }))?.suspended).toBe(true)
    const buried: LogEntry = { kind: 'bury', ...done(1), until: noon + 99 }
    expect(only(deckAfter(buried))?.buriedUntil).toBe(noon + 99)
    expect(only(deckAfter(buried, { kind: 'suspend', ...done(2) }, { kind: 'resume', ...done(3) }))).toEqual(item)
  })

  test('brings an item forward until it is reviewed', () => {
    const forward: LogEntry = { kind: 'forward', ...done(1) }
    expect(only(deckAfter(forward))?.forward).toEqual({ why: 'asked', at: noon + 1 })
    expect(only(deckAfter(forward, { ...review, at: noon + 2 }))?.forward).toBeUndefined()
  })

  test('opens and closes the lesson of its items', () => {
    const lesson = `lesson:${item.lesson}`
    const closed = deckAfter({ kind: 'remove', ...done(1), item: lesson })
    expect(only(closed)?.open).toBe(false)
    expect(only(applyLogEntries(closed, [{ kind: 'add', ...done(2), item: lesson }]))?.open).toBe(true)
  })
})
