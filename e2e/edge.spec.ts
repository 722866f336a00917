import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import config from '../playwright.config.ts'
import { sendRawRequest } from './raw-request.ts'

test.describe('a request that nobody sends by hand', () => {
  const origin = config.use?.baseURL ?? ''
  for (const [what, target, request, status] of [
    ['headers of 15 KB', '/api/health', { headers: { 'user-agent': 'x'.repeat(15_000) } }, 431],
    ['a User-Agent of 7 KB', '/api/health', { headers: { 'user-agent': 'x'.repeat(7000) } }, 200],
    ['a malformed address', '/%E0%A4%A', {}, 400],
    ['a malformed address of a lesson', '/lessons/%E0%A4%A', {}, 400],
    ['a malformed address of the API', '/api/drafts/%E0%A4%A', {}, 400],
    ['no path', '*', { method: 'OPTIONS' }, 400],
    ['TRACE', '/', { method: 'TRACE' }, 405],
    ['a server action', '/', { method: 'POST', headers: { 'next-action': 'abc' } }, 405],
    ['a very long address', `/lessons/${'a'.repeat(5000)}`, {}, 414],
    ['very many parameters', `/?${'a&'.repeat(1000)}`, {}, 400],
    ['an image to resize', '/_next/image?url=%2Ficon.svg&w=64&q=75', {}, 404],
  ] as const)
    test(`${what} is answered with ${status}`, async () => {
      expect((await sendRawRequest(origin, target, request)).status).toBe(status)
    })

  test('a write to a name that was made to lead here is refused, with the setting that would allow it', async () => {
    const { port } = new URL(origin)
    const evil = `evil.example:${port}`
    const headers = { host: evil, origin: `http://${evil}`, 'content-type': 'application/json' }
    const refused = await sendRawRequest(origin, '/api/drafts/softmax', {
      method: 'PUT',
      headers,
      body: '{"source":"","at":1}',
    })
    expect(refused.status).toBe(403)
    expect(JSON.parse(refused.text)).toMatchObject({
      error: 'unknown-address',
      reason: expect.stringMatching(/http:\/\/evil\.example.*BETTER_AUTH_URL/),
    })
  })

  test('a page that is not there stores nothing, and its 404 is not kept', async () => {
    const stored = () => readdirSync(process.env.NEXT_DIST_DIR ?? '.next', { recursive: true }).map(String)
    for (const target of [
      '/lessons/not-there-a',
      '/review/drill/not-there-b',
      '/lessons/not-there-c.rsc',
      '/not-there-d',
    ])
      for (const headers of [{ accept: 'text/html' }, { rsc: '1' }] as Record<string, string>[]) {
        const { status, headers: responseHeaders } = await sendRawRequest(origin, target, { headers })
        expect([404, 307]).toContain(status)
        if (status === 404) expect(responseHeaders['cache-control']).toContain('no-store')
      }
    expect(stored().filter((file) => path.basename(file).includes('not-there'))).toEqual([])
  })
})
