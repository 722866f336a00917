import { expect, test } from 'vitest'
import { isSameOrigin, trustedOrigins } from './same-origin.ts'

const from = (headers: Record<string, string>, trusted: string[] = []) =>
  isSameOrigin(new Headers({ host: 'course.example:3000', ...headers }), trusted)

test.each([
  ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'http://course.example:3000' }],
  ['a page of ours over plain http, where browsers say no more', { origin: 'http://course.example:3000' }],
  ['a page of ours behind a proxy that speaks https', { origin: 'https://course.example:3000' }],
  ['a command line', {}],
  ['an address that was typed', { 'sec-fetch-site': 'none' }],
])('%s may write', (_, headers) => {
  expect(from(headers as Record<string, string>)).toBe(true)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['another site, whatever its Origin says', { 'sec-fetch-site': 'cross-site', origin: 'http://course.example:3000' }],
  ['a sister domain', { 'sec-fetch-site': 'same-site', origin: 'https://www.course.example' }],
  ['another port', { origin: 'http://course.example:4000' }],
  ['a sandboxed frame', { origin: 'null' }],
])('%s may not', (_, headers) => {
  expect(from(headers as Record<string, string>)).toBe(false)
})

test('an origin that the environment names may write', () => {
  const trusted = trustedOrigins({ BETTER_AUTH_URL: 'https://public.example', TRUSTED_ORIGINS: 'https://a.example, ' })
  expect(trusted).toEqual(['https://public.example', 'https://a.example'])
  expect(from({ origin: 'https://a.example' }, trusted)).toBe(true)
})
