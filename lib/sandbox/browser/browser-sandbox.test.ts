import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compile } from '../compile/compile.ts'
import type { HarnessResponse, Realm } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { BrowserSandbox } from './browser-sandbox.ts'
import type { FrameMessage, PageMessage } from './messages.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A frame as far as a port shows it: runs code when the test says so. */
class FakeFrame {
  readonly heard: PageMessage[] = []
  onmessage: ((event: { data: FrameMessage }) => void) | undefined
  #realms = new Map<number, Realm>()
  postMessage(message: PageMessage): void {
    this.heard.push(message)
  }
  close(): void {}
  say(data: FrameMessage): void {
    this.onmessage?.({ data })
  }
  answer(): void {
    const message = this.heard.at(-1)
    if (message?.kind !== 'run') throw new Error('nothing was asked')
    const { session, request } = message
    const realm = this.#realms.get(session) ?? v8Realm()
    this.#realms.set(session, realm)
    const reply = realm.exchange(request) as HarnessResponse
    if ('chunks' in reply) this.say({ kind: 'wrote', session, chunks: reply.chunks })
  }
}
const start = () => {
  const frame = new FakeFrame()
  const onLost = vi.fn()
  const sandbox = new BrowserSandbox(frame as never, onLost)
  frame.say({ kind: 'up' })
  return { frame, sandbox, onLost }
}
const call = [[{ call: 'f', args: [] }]]
const counting = compile('let n = 0; export const f = () => ++n')
/** Lets what waits for a promise continue. */
const turn = () => vi.advanceTimersByTimeAsync(0)

test('a session sends its code once and keeps its state', async () => {
  const { frame, sandbox } = start()
  const session = await sandbox.open(counting)
  for (const want of [1, 2]) {
    const run = session.run(call)
    await turn()
    frame.answer()
    expect((await run).results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: want })
  }
  expect(frame.heard.map((m) => m.kind === 'run' && m.request.code !== undefined)).toEqual([true, false])
})

test('opening another session ends the one before', async () => {
  const { frame, sandbox } = start()
  const old = (await sandbox.open(counting)).run(call)
  const replaced = expect(old).rejects.toMatchObject({ name: 'SessionReplaced' })
  await turn()
  const next = (await sandbox.open(counting)).run(call)
  await replaced
  await turn()
  expect(frame.heard.map((m) => m.kind)).toEqual(['run', 'close', 'run'])
  frame.answer()
  expect((await next).results).toHaveLength(1)
})

test('an answer to a session that was replaced is nobody’s', async () => {
  const { frame, sandbox } = start()
  const old = (await sandbox.open(counting)).run(call)
  const replaced = expect(old).rejects.toThrow()
  await turn()
  const next = (await sandbox.open(counting)).run(call)
  await turn()
  frame.say({ kind: 'ended', session: 1, why: 'deadline', message: '', ms: 3000 })
  frame.answer()
  await replaced
  expect((await next).problem).toBeUndefined()
})

test('a run that took too long is told with its seconds, and so is the next', async () => {
  const { frame, sandbox } = start()
  const session = await sandbox.open(counting, 1500)
  const run = session.run(call)
  await turn()
  frame.say({ kind: 'ended', session: 1, why: 'deadline', message: '', ms: 1500 })
  const problem = { kind: 'deadline', seconds: 1.5, input: '' }
  expect((await run).problem).toEqual(problem)
  expect((await session.run(call)).problem).toEqual(problem)
})

test('a frame that is gone took the memory; a new one continues', async () => {
  const { sandbox, onLost } = start()
  const run = (await sandbox.open(counting)).run(call)
  await vi.advanceTimersByTimeAsync(5001)
  expect((await run).problem).toMatchObject({ kind: 'memory' })
  expect(onLost).toHaveBeenCalledOnce()
  const frame = new FakeFrame()
  const later = sandbox.open(counting).then((session) => session.run(call))
  sandbox.connect(frame as never)
  frame.say({ kind: 'up' })
  await turn()
  frame.answer()
  expect((await later).results).toHaveLength(1)
})

test('time that runs out after another run was ended by force is not the learner’s: it is run once more, in a new frame', async () => {
  const { frame, sandbox, onLost } = start()
  const bomb = (await sandbox.open(counting)).run(call)
  await turn()
  frame.say({ kind: 'ended', session: 1, why: 'failed', message: '', ms: 3000 })
  expect((await bomb).problem).toMatchObject({ kind: 'memory' })

  const session = await sandbox.open(counting)
  const first = session.run(call)
  await turn()
  frame.answer()
  expect((await first).results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: 1 })
  const second = session.run(call)
  await turn()
  frame.say({ kind: 'ended', session: 2, why: 'deadline', message: '', ms: 3000 })
  await turn()
  expect(onLost).toHaveBeenCalledOnce()
  const next = new FakeFrame()
  sandbox.connect(next as never)
  next.say({ kind: 'up' })
  for (const _ of [1, 2]) {
    await turn()
    next.answer()
  }
  expect((await second).results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: 2 })
})

test('after a run that went well, time that runs out is the learner’s', async () => {
  const { frame, sandbox, onLost } = start()
  const run = async (end?: 'deadline') => {
    const running = (await sandbox.open(counting)).run(call)
    await turn()
    const session = frame.heard.findLast((m) => m.kind === 'run')?.session ?? 0
    if (end) frame.say({ kind: 'ended', session, why: end, message: '', ms: 3000 })
    else frame.answer()
    return running
  }
  expect((await run('deadline')).problem).toMatchObject({ kind: 'deadline' })
  expect((await run()).problem).toBeUndefined()
  expect((await run('deadline')).problem).toMatchObject({ kind: 'deadline' })
  expect(onLost).not.toHaveBeenCalled()
})

test('what runs out of time in the new frame too is the learner’s', async () => {
  const { frame, sandbox } = start()
  const bomb = (await sandbox.open(counting)).run(call)
  await turn()
  frame.say({ kind: 'ended', session: 1, why: 'deadline', message: '', ms: 3000 })
  await bomb
  const again = (await sandbox.open(counting)).run(call)
  await turn()
  frame.say({ kind: 'ended', session: 2, why: 'deadline', message: '', ms: 3000 })
  await turn()
  const next = new FakeFrame()
  sandbox.connect(next as never)
  next.say({ kind: 'up' })
  await turn()
  next.say({ kind: 'ended', session: 2, why: 'deadline', message: '', ms: 3000 })
  expect((await again).problem).toMatchObject({ kind: 'deadline' })
})
