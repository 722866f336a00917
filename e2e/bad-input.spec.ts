import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, test } from '@playwright/test'

const good = () => ({
  id: randomUUID(),
  exercise: 'causal-mask',
  source: 'export function causalMask(n: number) { return [] }',
})
const post = (
  request: APIRequestContext,
  baseURL: string | undefined,
  data: unknown,
  headers: Record<string, string> = {},
) =>
  request.post('/api/submissions', {
    data: typeof data === 'string' ? data : JSON.stringify(data),
    headers: { 'content-type': 'application/json', origin: baseURL ?? '', ...headers },
  })

for (const [what, body, headers, status] of [
  ['not JSON', '{"id":', {}, 400],
  ['a missing field', { id: randomUUID(), exercise: 'causal-mask' }, {}, 400],
  ['an id that is no UUID', { ...good(), id: '1' }, {}, 400],
  ['an unknown exercise', { ...good(), exercise: 'no-such-exercise' }, {}, 404],
  ['a path for an exercise', { ...good(), exercise: '../../etc' }, {}, 400],
  ['a source over 64 KiB', { ...good(), source: 'x'.repeat(70_000) }, {}, 413],
  ['a body over 128 KiB', { ...good(), source: 'x'.repeat(200_000) }, {}, 413],
  ['a form', good(), { 'content-type': 'text/plain' }, 415],
  ['another site', good(), { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
] as const)
  test(`a submission with ${what} is refused with ${status} and a reason`, async ({ request, baseURL }) => {
    const response = await post(request, baseURL, body, headers)
    expect(response.status()).toBe(status)
    expect(await response.json()).toMatchObject({ error: expect.any(String), reason: expect.stringMatching(/\w+ \w+/) })
    expect((await request.get('/api/health')).ok()).toBe(true)
  })

test('the same id twice is one submission; with another body, or from another learner, it is refused', async ({
  request,
  baseURL,
  playwright,
}) => {
  const body = good()
  const [first, second] = await Promise.all([post(request, baseURL, body), post(request, baseURL, body)])
  expect([first.status(), second.status()].every((s) => s === 200 || s === 409)).toBe(true)
  const again = await post(request, baseURL, body)
  expect(again.status()).toBe(200)
  expect((await again.json()).verdict.outcome).toBe('failed')
  expect((await post(request, baseURL, { ...body, source: `${body.source}\n` })).status()).toBe(409)
  const other = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL })
  expect((await post(other, baseURL, body)).status()).toBe(409)
  const progress = await (await request.get('/api/progress')).json()
  expect(progress.exercises['causal-mask'].attempts).toBe(1)
})
