import { expect, test } from 'vitest'
import { LEGACY_SOURCES } from './legacy-data.ts'

const convert = (database: string, key: string, value: unknown) =>
  LEGACY_SOURCES.find((source) => source.database === database)?.convert(key, value)

test('drafts, runs and rounds of older versions keep their values under new keys', () => {
  const draft = { current: { source: 'a', at: 1 }, kept: { source: 'b', at: 2 } }
  expect(convert('explain-attention', 'draft:softmax', draft)).toEqual([['drafts/softmax', draft]])
  expect(convert('explain-attention', 'draft:drill:softmax:0', draft)).toEqual([['drafts/drill:softmax:0', draft]])
  expect(convert('explain-attention', 'log:softmax', { runs: 1 })).toEqual([['run-logs/softmax', { runs: 1 }]])
  expect(convert('explain-attention-timed', 'drill:softmax:0', { elapsed: 5 })).toEqual([
    ['attempts/drill:softmax:0', { elapsed: 5 }],
  ])
  expect(convert('explain-attention', 'something else', 1)).toEqual([])
})

test('what waited to be sent keeps its id', () => {
  const waiting = [{ id: '1', exercise: 'softmax', source: 's', tries: 4, notBefore: 9 }]
  expect(convert('explain-attention', 'outbox', waiting)).toEqual([
    ['queue/submissions', [{ id: '1', payload: { exercise: 'softmax', source: 's' } }]],
  ])
  const entry = { id: '2', kind: 'suspend', item: 'a/b', at: 1 }
  expect(convert('explain-attention-review', 'entries', [entry])).toEqual([
    ['queue/reviews', [{ id: '2', payload: entry }]],
  ])
  const action = { id: '3', kind: 'skipped' }
  expect(convert('explain-attention-interview', 'i', { draft: { text: 't' }, waiting: action })).toEqual([
    ['interviews/i', { draft: { text: 't' } }],
    ['queue/interview-actions', [{ id: '3', payload: { interview: 'i', action } }]],
  ])
  expect(convert('explain-attention', 'outbox', 'broken')).toEqual([['queue/submissions', []]])
})
