import { expect, test } from 'vitest'
import { describeRefusal } from './request-refusal.js'

test.each([
  ['GET', '/'],
  ['HEAD', '/lessons/causal-mask'],
  ['POST', '/api/submissions'],
  ['PUT', '/api/drafts/softmax?x=%E0%A4%A4'],
  ['GET', '/%E0%A4%A4?%'],
  ['GET', `/api/review/cards?ids=${'a-card-with-a-long-name-of-44-characters-here%2C'.repeat(60)}`],
  ['OPTIONS', '/api/health'],
])('%s %s may pass', (method, url) => {
  for (const isDevelopment of [false, true]) expect(describeRefusal({ method, url }, { isDevelopment })).toBeUndefined()
})

test.each(['/__nextjs_original-stack-frames', '/_not-found'])('POST %s may pass in development alone', (url) => {
  expect(describeRefusal({ method: 'POST', url }, { isDevelopment: true })).toBeUndefined()
  expect(describeRefusal({ method: 'POST', url }, { isDevelopment: false })).toMatchObject({ status: 405 })
})

test.each([
  ['an address that does not decode', 'GET', '/%E0%A4%A', 400],
  ['a lone percent sign', 'GET', '/lessons/50%', 400],
  ['an address without a path', 'OPTIONS', '*', 400],
  ['an address of another server', 'GET', 'http://evil.example/', 400],
  ['no address', 'GET', '', 400],
  ['a long address', 'GET', `/${'a'.repeat(4096)}`, 414],
  ['many parameters', 'GET', `/?${'a&'.repeat(64)}`, 400],
  ['many parameters after a second question mark', 'GET', `/?a?${'a&'.repeat(64)}`, 400],
  ['TRACE', 'TRACE', '/', 405],
  ['a form that is sent to a page', 'POST', '/account?x', 405],
  ['a write to a page', 'PUT', '/lessons/api/x', 405],
  ['a method of WebDAV', 'PROPFIND', '/', 405],
])('%s is refused', (_, method, url, status) => {
  for (const isDevelopment of [false, true])
    expect(describeRefusal({ method, url }, { isDevelopment })).toMatchObject({ status })
})

test('a method that is not answered is told which are', () => {
  expect(describeRefusal({ method: 'TRACE', url: '/' }, { isDevelopment: false })?.headers?.Allow).toContain(
    'GET, HEAD, POST',
  )
})
