import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readResult } from './api.ts'

const Schema = z.object({ id: z.string() })
const read = (status: number, body?: unknown, retryAfter: string | null = null) =>
  readResult(status, body, retryAfter, Schema)
const error = (code: string) => ({ error: code, reason: 'Because.' })

describe('what the server answers', () => {
  test('is a value if it is what was expected', () => {
    expect(read(200, { id: 'a' })).toEqual({ kind: 'ok', value: { id: 'a' } })
    expect(read(200, { id: 'a' }, '3')).toEqual({ kind: 'ok', value: { id: 'a' }, retryAfterMs: 3000 })
  })
  test('is no answer if it isn’t our server’s: a page of a network that asks to sign in', () => {
    expect(read(200, undefined)).toMatchObject({ kind: 'unreachable' })
    expect(read(200, { id: 1 })).toMatchObject({ kind: 'unreachable' })
  })
  test.each([500, 502, 503, 408, 425])('%i means to try again', (status) => {
    expect(read(status)).toMatchObject({ kind: 'unreachable' })
  })
  test('says how long to wait', () => {
    expect(read(429, error('too-often'), '7')).toEqual({ kind: 'busy', reason: 'Because.', retryAfterMs: 7000 })
    expect(read(503, error('busy'), '1')).toEqual({ kind: 'busy', reason: 'Because.', retryAfterMs: 1000 })
    expect(read(507, error('disk-full'), '60')).toEqual({ kind: 'busy', reason: 'Because.', retryAfterMs: 60_000 })
    expect(read(429, error('too-often'), '4000000')).toMatchObject({ retryAfterMs: 600_000 })
    expect(read(500, error('our-fault'))).toMatchObject({ kind: 'unreachable' })
    expect(read(429, error('too-often'), 'Mon, 30 Nov 2026 14:00:00 GMT')).toEqual({ kind: 'busy', reason: 'Because.' })
  })
  test('tells a learner who is signed out from another one', () => {
    expect(read(401, error('signed-out'))).toEqual({ kind: 'signed-out', reason: 'Because.' })
    expect(read(409, error('other-learner'))).toEqual({ kind: 'other-learner', reason: 'Because.' })
  })
  test.each([400, 403, 404, 409, 413, 415, 422])('%i is a refusal, with its reason', (status) => {
    expect(read(status, error('no'))).toEqual({ kind: 'refused', status, reason: 'Because.' })
  })
  test.each([400, 401, 403, 404, 405, 407, 409])('%i without a reason isn’t our server’s, so it passes', (status) => {
    expect(read(status)).toMatchObject({ kind: 'unreachable' })
    expect(read(status, { message: 'Please sign in to this network.' })).toMatchObject({
      kind: 'unreachable',
    })
  })
  test('413 of a proxy is a refusal, because the same body would get it again', () => {
    expect(read(413)).toMatchObject({ kind: 'refused', status: 413, reason: expect.stringContaining('413') })
  })
})
