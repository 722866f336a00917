import { afterEach, expect, test, vi } from 'vitest'
import { sendOthers } from './draft-sync.ts'

afterEach(() => vi.unstubAllGlobals())

/** Sends these texts, newest first, to a server that answers with these statuses in turn; resolves to what it got. */
async function send(sources: readonly string[], keptSources: Set<string>, statuses: readonly number[] = []) {
  const sent: string[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    sent.push(`${path} ${JSON.parse(body).source}`)
    const status = statuses[sent.length - 1] ?? 200
    return Response.json(status === 200 ? { kept: true } : { error: 'no', reason: 'Because.' }, { status })
  })
  const others = sources.map((source) => ({ source, at: 1 }))
  const failure = await sendOthers({ learner: 'guest', exercise: 'softmax' }, others, keptSources)
  return { sent: sent.map((line) => line.replace('/api/drafts/softmax/kept ', '')), failure, kept: [...keptSources] }
}

test('texts that others took the place of are sent once, the oldest first', async () => {
  const keptSources = new Set(['b'])
  expect(await send(['c', 'b', 'a'], keptSources)).toEqual({
    sent: ['a', 'c'],
    failure: undefined,
    kept: ['b', 'a', 'c'],
  })
  expect((await send(['c', 'b', 'a'], keptSources)).sent).toEqual([])
})

test('a text that the server refuses holds up no other, and is told', async () => {
  const { sent, failure, kept } = await send(['b', 'a'], new Set(), [413])
  expect([sent, kept]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect(failure).toMatchObject({ kind: 'refused', status: 413 })
})

test('without a connection the rest waits', async () => {
  const { sent, failure } = await send(['b', 'a'], new Set(), [503])
  expect([sent, failure?.kind]).toEqual([['a'], 'busy'])
})
