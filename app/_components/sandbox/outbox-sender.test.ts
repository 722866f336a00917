import { describe, expect, it } from 'vitest'
import type { Answer, Waiting } from './outbox.ts'
import { OutboxSender } from './outbox-sender.ts'

const waiting = (id: string): Waiting => ({ id, exercise: 'e', source: id, tries: 0, notBefore: 0 })
const refused: Answer = { kind: 'refused', message: 'no' }

/** A world with a clock that is moved by hand and a server that answers what it is told to. */
function world(answers: Record<string, Answer[]>) {
  let all: readonly Waiting[] = []
  let now = 0
  let busy = 0
  const sent: string[] = []
  const alarms: { at: number; work: () => void }[] = []
  const sender = new OutboxSender({
    list: async () => all,
    change: async (change) => {
      all = change(all)
    },
    send: async ({ id }) => {
      busy++
      expect(busy).toBe(1)
      await Promise.resolve()
      busy--
      sent.push(id)
      return answers[id]?.shift() ?? { kind: 'unreachable' }
    },
    now: () => now,
    later: (ms, work) => alarms.push({ at: now + ms, work }),
  })
  const pass = async (ms: number) => {
    now += ms
    for (const alarm of alarms.filter((a) => a.at <= now)) alarm.work()
    await sender.flush()
  }
  return { sender, sent, pass, left: () => all.map((w) => w.id) }
}

describe('an outbox', () => {
  it('sends one after the other and keeps nothing that was answered', async () => {
    const { sender, sent, left } = world({ a: [refused], b: [refused] })
    await Promise.all([sender.submit(waiting('a')), sender.submit(waiting('b'))])
    expect(sent).toEqual(['a', 'b'])
    expect(left()).toEqual([])
  })

  it('tries again later, with the same id, when the line was away', async () => {
    const { sender, sent, pass, left } = world({ a: [{ kind: 'unreachable' }, refused] })
    await sender.submit(waiting('a'))
    expect(left()).toEqual(['a'])
    await pass(1000)
    expect(sent).toEqual(['a'])
    await pass(1500)
    expect(sent).toEqual(['a', 'a'])
    expect(left()).toEqual([])
  })

  it('sends all at once when the line is back', async () => {
    const { sender, sent } = world({ a: [{ kind: 'unreachable' }, refused] })
    await sender.submit(waiting('a'))
    await sender.hurry()
    expect(sent).toEqual(['a', 'a'])
  })

  it('asks nothing more of a server that is away', async () => {
    const { sender, sent } = world({})
    await sender.submit(waiting('a'))
    await sender.submit(waiting('b'))
    await sender.hurry()
    expect(sent).toEqual(['a', 'b', 'a'])
  })

  it('keeps everything of a learner who is signed out, and sends it again after a minute', async () => {
    const signedOut: Answer = { kind: 'signed-out', message: 'You’re signed out.' }
    const { sender, sent, pass, left } = world({ a: [signedOut, refused], b: [refused] })
    await Promise.all([sender.submit(waiting('a')), sender.submit(waiting('b'))])
    expect([sent, left()]).toEqual([['a'], ['a', 'b']])
    await pass(59_000)
    expect(sent).toEqual(['a'])
    await pass(1000)
    expect([sent, left()]).toEqual([['a', 'a', 'b'], []])
  })

  it('says of every answer that waits for the line that it waits', async () => {
    const { sender } = world({})
    await sender.submit(waiting('a'))
    await sender.submit(waiting('b'))
    const heard: string[] = []
    sender.listen((id, { kind }) => heard.push(`${id} ${kind}`))
    await sender.hurry()
    expect(heard).toEqual(['a unreachable', 'b unreachable'])
  })

  it('tells every answer to who listens', async () => {
    const { sender } = world({ a: [{ kind: 'not-graded' }, refused] })
    const heard: [string, string][] = []
    sender.listen((id, answer) => heard.push([id, answer.kind]))
    await sender.submit(waiting('a'))
    await sender.hurry()
    expect(heard).toEqual([
      ['a', 'not-graded'],
      ['a', 'refused'],
    ])
  })
})
