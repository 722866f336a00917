import { expect, test } from 'vitest'
import type { Deck, DeckItem } from '#lib/review/deck.ts'
import type { LogEntry } from '#lib/review/log.ts'
import type { MemoryState } from '#lib/review/memory-state.ts'
import { DEFAULT_PLAN } from '#lib/review/plan.ts'
import {
  applyEntry,
  beginSession,
  getSeed,
  lastUndoable,
  listSessionReviews,
  refreshSession,
  type Session,
  showAnswer,
} from './session.ts'

const NEW: MemoryState = {
  state: 'new',
  due: 0,
  stability: 0,
  difficulty: 0,
  scheduledDays: 0,
  step: 0,
  reps: 0,
  lapses: 0,
}
const NOW = Date.UTC(2026, 10, 24, 12)
const item = (id: string): DeckItem => ({
  id,
  kind: 'card',
  lesson: 'scaling',
  weight: 1,
  open: true,
  memory: NEW,
  ms: 40_000,
})
const createDeck = (...ids: string[]): Deck => ({ plan: DEFAULT_PLAN, zone: 'UTC', items: ids.map(item), today: [] })
let uuidCount = 0
const uuid = () => `00000000-0000-4000-8000-${String(++uuidCount).padStart(12, '0')}`
const rated = (item: string, rating: 1 | 2 | 3 | 4, at: number): LogEntry => ({
  kind: 'review',
  id: uuid(),
  item,
  rating,
  ms: 5000,
  at,
})
const rate = (session: Session, rating: 1 | 2 | 3 | 4, at: number): Session =>
  applyEntry(session, rated(session.current?.item.id ?? '', rating, at), at)

test('every card is asked once, and again only while it is learned', () => {
  let session = beginSession(createDeck('scaling/a', 'scaling/b', 'scaling/c'), [], NOW)
  const askedIds: string[] = []
  for (let t = NOW + 1000; session.current && askedIds.length < 20; t += 10_000) {
    askedIds.push(session.current.item.id)
    session = rate(session, 4, t)
  }
  expect([...askedIds].sort()).toEqual(['scaling/a', 'scaling/b', 'scaling/c'])
})

test('what was not known comes back in the same session', () => {
  let session = beginSession(createDeck('scaling/a', 'scaling/b'), [], NOW)
  const first = session.current?.item.id
  session = rate(session, 1, NOW + 1000)
  expect(session.current?.item.id).not.toBe(first)
  session = rate(session, 4, NOW + 2000)
  expect(session.current?.item.id).toBe(first)
})

test('undo brings the card back with its question, as if it had not been rated', () => {
  const before = beginSession(createDeck('scaling/a', 'scaling/b'), [], NOW)
  const first = before.current?.item
  const after = rate(showAnswer(before), 4, NOW + 1000)
  const last = lastUndoable(after)
  expect(last?.item).toBe(first?.id)
  const undone = applyEntry(
    after,
    { kind: 'undo', id: uuid(), item: last?.item ?? '', entry: last?.id ?? '', at: NOW + 2000 },
    NOW + 2000,
  )
  expect(undone.current?.item).toEqual(first)
  expect(undone.isAnswerVisible).toBe(false)
  expect(lastUndoable(undone)).toBeUndefined()
})

test('what waits to be sent counts as done after a reload', () => {
  const session = beginSession(createDeck('scaling/a', 'scaling/b'), [rated('scaling/a', 4, NOW - 1000)], NOW)
  expect(session.current?.item.id).toBe('scaling/b')
  expect(listSessionReviews(session.deck, NOW)).toHaveLength(1)
  expect(lastUndoable(session)?.item).toBe('scaling/a')
})

test('news of the server leave the question that is asked, with its answer, where it is', () => {
  const session = showAnswer(beginSession(createDeck('scaling/a', 'scaling/b'), [], NOW))
  const same = refreshSession(session, createDeck('scaling/a', 'scaling/b', 'scaling/c'), [], NOW + 5000)
  expect(same).toMatchObject({ since: NOW, isAnswerVisible: true })
  expect(same.queue.dueNow).toHaveLength(3)
})

test('a question that was rated elsewhere gives way to the next one', () => {
  const session = showAnswer(beginSession(createDeck('scaling/a', 'scaling/b'), [], NOW))
  const next = refreshSession(
    session,
    createDeck('scaling/a', 'scaling/b'),
    [rated('scaling/a', 4, NOW - 1000)],
    NOW + 5000,
  )
  expect(next.current?.item.id).toBe('scaling/b')
  expect(next).toMatchObject({ since: NOW + 5000, isAnswerVisible: false })
})

test('a suspended card is asked no more, until that is undone', () => {
  const before = beginSession(createDeck('scaling/a'), [], NOW)
  const suspend: LogEntry = { kind: 'suspend', id: uuid(), item: 'scaling/a', at: NOW + 1000 }
  const after = applyEntry(before, suspend, NOW + 1000)
  expect(after.current).toBeUndefined()
  const undone = applyEntry(
    after,
    { kind: 'undo', id: uuid(), item: 'scaling/a', entry: suspend.id, at: NOW + 2000 },
    NOW + 2000,
  )
  expect(undone.current?.item.id).toBe('scaling/a')
})

test('a pause of half an hour begins a new sitting', () => {
  const early = rated('scaling/a', 4, NOW - 40 * 60_000)
  const late = rated('scaling/b', 4, NOW - 60_000)
  const session = beginSession(createDeck('scaling/a', 'scaling/b'), [early, late], NOW)
  expect(listSessionReviews(session.deck, NOW).map((review) => review.item)).toEqual(['scaling/b'])
})

test('a question’s numbers stay until it is rated', () => {
  const numberItem = item('number:scaling/width')
  expect(getSeed(numberItem)).toBe(getSeed({ ...numberItem }))
  expect(getSeed({ ...numberItem, memory: { ...numberItem.memory, reps: 1, lastReview: NOW } })).not.toBe(
    getSeed(numberItem),
  )
  expect(getSeed(item('number:scaling/other'))).not.toBe(getSeed(numberItem))
})
