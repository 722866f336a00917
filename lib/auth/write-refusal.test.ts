import { expect, test } from 'vitest'
import { describeWriteRefusal, getSecureAddress } from './write-refusal.ts'

const ours = { BETTER_AUTH_URL: 'http://course.example:3000' }
const findRefusal = (headers: Record<string, string>, env = ours) =>
  describeWriteRefusal(new Headers({ host: 'course.example:3000', ...headers }), env)

test.each<[string, Record<string, string>]>([
  ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'http://course.example:3000' }],
  ['a page of ours over plain http, where browsers say no more', { origin: 'http://course.example:3000' }],
  ['a page on this machine', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
  ['a page at this machine’s address', { host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }],
  ['a command line', {}],
  ['a command line on this machine', { host: '127.0.0.1:3000' }],
  ['an address that was typed', { 'sec-fetch-site': 'none' }],
])('%s may write', (_, headers) => {
  expect(findRefusal(headers)).toBeUndefined()
})

test.each<[string, Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['another site, whatever its Origin says', { 'sec-fetch-site': 'cross-site', origin: 'http://course.example:3000' }],
  ['a sister domain', { 'sec-fetch-site': 'same-site', origin: 'https://www.course.example' }],
  ['another port', { origin: 'http://course.example:4000' }],
  ['a sandboxed frame', { origin: 'null' }],
])('%s may not', (_, headers) => {
  expect(findRefusal(headers)?.code).toBe('cross-site')
})

test.each<[string, Record<string, string>]>([
  ['a name that was made to lead here', { host: 'evil', origin: 'http://evil' }],
  ['the same over https', { host: 'evil', origin: 'https://evil', 'sec-fetch-site': 'same-origin' }],
  ['the same without an Origin', { host: 'evil' }],
  ['our name at a scheme that nobody set', { origin: 'https://course.example:3000' }],
])('%s may not, and the operator is told which setting to change', (_, headers) => {
  expect(findRefusal(headers)).toMatchObject({
    code: 'unknown-address',
    reason: expect.stringContaining('BETTER_AUTH_URL'),
  })
})

test('the refusal, which is logged, is one line without control characters', () => {
  for (const host of ['evil\x9b31m', 'evil\x85FORGED', 'evil\tFORGED']) {
    const refusal = findRefusal({ host, origin: `http://${host}` })
    expect(refusal?.code).toBe('unknown-address')
    expect(refusal?.reason).not.toMatch(/\p{Cc}/u)
  }
})

test('a plain address of a server whose cookies are for https may not, and the learner is told where to go', () => {
  const secure = { BETTER_AUTH_URL: 'https://course.example' }
  const plain = { host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }
  expect(findRefusal(plain, secure)).toEqual({
    code: 'insecure-address',
    reason:
      'http://192.168.1.5:3000 can’t keep you signed in, so nothing is saved from there. Open https://course.example instead.',
  })
  expect(findRefusal({ host: 'localhost:3000', origin: 'http://localhost:3000' }, secure)).toBeUndefined()
  expect(findRefusal({ host: 'course.example', origin: 'https://course.example' }, secure)).toBeUndefined()
})

test('the address where a session lasts is named where there is but one kind', () => {
  expect(getSecureAddress({ BETTER_AUTH_URL: 'https://course.example/' })).toBe('https://course.example')
  expect(getSecureAddress(ours)).toBeUndefined()
  expect(getSecureAddress({})).toBeUndefined()
})
