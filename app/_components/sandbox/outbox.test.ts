import { describe, expect, it } from 'vitest'
import { afterAnswer, backoff, readAnswer, type Waiting } from './outbox.ts'

const waiting: Waiting = { id: 'a', exercise: 'causal-attention', source: 'x', tries: 0, notBefore: 0 }
const verdict = {
  outcome: 'passed',
  exercise: 'causal-attention',
  seed: 1,
  grader: '1',
  headline: 'It holds.',
  checks: [],
  misconceptions: [],
  tolerance: { atol: 1e-6, rtol: 1e-6 },
  inputs: { worked: 1, random: 2, special: 3 },
  work: 10,
}

describe('what the server says to a submission', () => {
  it('is a verdict where it graded', () => {
    expect(readAnswer(200, { id: 'a', verdict })).toMatchObject({ kind: 'judged', verdict: { outcome: 'passed' } })
  })
  it('is our fault where it could not grade', () => {
    expect(readAnswer(200, { id: 'a', verdict: { ...verdict, outcome: 'not-graded' } })).toEqual({ kind: 'not-graded' })
    expect(readAnswer(503, { id: 'a', verdict: { ...verdict, outcome: 'not-graded' } }, 3)).toEqual({
      kind: 'not-graded',
      retryAfter: 3,
    })
    expect(readAnswer(200, '<html>')).toEqual({ kind: 'not-graded' })
  })
  it('is no answer where the server is in trouble or asks to wait', () => {
    expect(readAnswer(502, undefined)).toEqual({ kind: 'unreachable' })
    expect(readAnswer(500, { error: 'our-fault', reason: 'Something broke.' })).toEqual({ kind: 'unreachable' })
    const full = { error: 'disk-full', reason: 'The server’s disk is full.' }
    expect(readAnswer(507, full, 60)).toEqual({ kind: 'unreachable', retryAfter: 60, reason: full.reason })
    expect(readAnswer(429, { error: 'too-often', reason: 'Wait.' }, 7)).toEqual({
      kind: 'not-graded',
      retryAfter: 7,
      reason: 'Wait.',
    })
    expect(readAnswer(429, '<html>', 7)).toEqual({ kind: 'not-graded', retryAfter: 7 })
  })
  it('is a refusal, with its reason, where sending again would give the same', () => {
    expect(readAnswer(409, { error: 'conflict', reason: 'Make a new one.' })).toEqual({
      kind: 'refused',
      message: 'Make a new one.',
    })
    expect(readAnswer(400, null)).toMatchObject({ kind: 'refused', message: expect.stringContaining('400') })
  })
})

describe('a submission in the outbox', () => {
  it('is kept while its learner is signed out, and says so', () => {
    const answer = readAnswer(401, { error: 'signed-out', reason: 'You’re signed out.' })
    expect(answer).toEqual({ kind: 'signed-out', message: 'You’re signed out.' })
    expect(afterAnswer(waiting, answer, 1000)).toEqual({
      kind: 'keep',
      waiting: { ...waiting, tries: 1, notBefore: 61_000 },
    })
  })
  it('is dropped when it is judged or refused', () => {
    expect(afterAnswer(waiting, readAnswer(200, { id: 'a', verdict }), 0)).toEqual({ kind: 'drop' })
    expect(afterAnswer(waiting, readAnswer(400, null), 0)).toEqual({ kind: 'drop' })
  })
  it('is kept with its id and tried later each time', () => {
    const first = afterAnswer(waiting, { kind: 'unreachable' }, 1000)
    expect(first).toEqual({ kind: 'keep', waiting: { ...waiting, tries: 1, notBefore: 3000 } })
    const second = afterAnswer(first.kind === 'keep' ? first.waiting : waiting, { kind: 'not-graded' }, 3000)
    expect(second).toEqual({ kind: 'keep', waiting: { ...waiting, tries: 2, notBefore: 7000 } })
  })
  it('waits as long as the server asks, and never longer than two minutes by itself', () => {
    expect(afterAnswer(waiting, { kind: 'not-graded', retryAfter: 30 }, 0)).toMatchObject({
      waiting: { notBefore: 30_000 },
    })
    expect(backoff(40)).toBe(120_000)
  })
})
