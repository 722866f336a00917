import { expect, test } from 'vitest'
import type { Run } from '#lib/grading/runner.ts'
import { compile } from '../compile/compile.ts'
import { loadQuickJs } from '../server/engine.ts'
import { bootEngine, restore } from './boot-engine.ts'
import { QuickJsSandbox } from './quickjs-sandbox.ts'

const quickJs = loadQuickJs()
const call = [[{ call: 'f', args: [] }]]
const runOn = async (sandbox: QuickJsSandbox, source: string): Promise<Run> => {
  const session = await sandbox.open(compile(source))
  try {
    return await session.run(call)
  } finally {
    session.close()
  }
}
const outcome = async (sandbox: QuickJsSandbox, source: string) =>
  (await runOn(sandbox, source)).results[0]?.steps[0]?.outcome

test('nothing of one submission is there for the next', async () => {
  const sandbox = await QuickJsSandbox.boot(quickJs)
  const leave = 'globalThis.left = 1; Array.prototype.left = 1; Math.max = () => 7; export const f = () => Math.max(1)'
  expect(await outcome(sandbox, leave)).toEqual({ kind: 'returned', value: 7 })
  expect(await outcome(sandbox, 'export const f = () => [typeof left, [].left, Math.max(1)]')).toEqual({
    kind: 'returned',
    value: ['undefined', undefined, 1],
  })
  expect(sandbox.rebuilds).toBe(0)
})

test('within a submission, state carries over', async () => {
  const sandbox = await QuickJsSandbox.boot(quickJs)
  const session = await sandbox.open(compile('let n = 0; export const f = () => ++n'))
  const values = [await session.run(call), await session.run(call)].map((r) => r.results[0]?.steps[0]?.outcome)
  session.close()
  expect(values).toEqual([
    { kind: 'returned', value: 1 },
    { kind: 'returned', value: 2 },
  ])
})

test('the memory is put back byte by byte', async () => {
  const engine = await bootEngine(quickJs, () => false)
  const before = new Uint8Array(engine.memory.buffer).slice()
  const result = engine.context.evalCode('globalThis.a = Array.from({ length: 1e4 }, (_, i) => "left" + i); a.length')
  expect(engine.context.getNumber(engine.context.unwrapResult(result))).toBe(1e4)
  expect(Buffer.compare(before, new Uint8Array(engine.memory.buffer))).not.toBe(0)
  restore(engine)
  expect(Buffer.compare(before, new Uint8Array(engine.memory.buffer))).toBe(0)
})

test('what lay far up in the memory is put back as well', async () => {
  const engine = await bootEngine(quickJs, () => false)
  const before = new Uint8Array(engine.memory.buffer).slice()
  const code = 'const a = []; for (let i = 0; i < 900; i++) a.push(new Array(1000).fill(0.5)); a.length = 0; 1'
  engine.context.unwrapResult(engine.context.evalCode(code)).dispose()
  const last = new Uint8Array(engine.memory.buffer).findLastIndex((byte) => byte !== 0)
  expect(last).toBeGreaterThan(12 * 2 ** 20)
  expect(engine.memory.buffer.byteLength).toBe(before.length)
  restore(engine)
  expect(Buffer.compare(before, new Uint8Array(engine.memory.buffer))).toBe(0)
})

test('where the end of the heap makes no sense, all of the memory is put back', async () => {
  const engine = await bootEngine(quickJs, () => false)
  const before = new Uint8Array(engine.memory.buffer).slice()
  for (const end of [0, 2 ** 31]) {
    const all = new Uint8Array(engine.memory.buffer)
    all[all.length - 1] = 7
    new Uint32Array(engine.memory.buffer)[engine.heapEnd.word] = end
    restore(engine)
    expect(Buffer.compare(before, all)).toBe(0)
  }
})

test('code that has run out of time is ended, and the next submission has all of its own', async () => {
  let now = 0
  const sandbox = await QuickJsSandbox.boot(quickJs, () => {
    now += 500 // each look at the clock
    return now
  })
  const slow = 'export const f = () => /^(a+)+$/.test("a".repeat(40) + "!")'
  expect((await runOn(sandbox, slow)).problem).toEqual({ kind: 'deadline', seconds: 2, input: '' })
  now = 0
  expect(await outcome(sandbox, 'export const f = () => 1')).toEqual({ kind: 'returned', value: 1 })
  expect(sandbox.rebuilds).toBe(1)
})

test('code that takes all memory is ended, and the next submission has all of it', async () => {
  const sandbox = await QuickJsSandbox.boot(quickJs)
  const greedy = 'export const f = () => { const a = []; for (;;) a.push(new Array(1000).fill(0.5)) }'
  expect((await runOn(sandbox, greedy)).problem).toEqual({ kind: 'memory', megabytes: 32, input: '' })
  const modest =
    'export const f = () => { const a = []; for (let i = 0; i < 500; i++) a.push(new Array(1000).fill(0.5)); return a.length }'
  expect(await outcome(sandbox, modest)).toEqual({ kind: 'returned', value: 500 })
})
