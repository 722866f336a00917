import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Card } from '#lib/course/card.ts'
import { matchFile } from './match-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'match-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const card: Card = {
  id: 'lesson/card',
  kind: 'why',
  question: 'Why is the sky blue?',
  modelAnswer: 'one two three',
  keyPoints: ['one', 'two', 'three'].map((id) => ({ id, point: id })),
  followUps: [],
}

/** Runs the command with a matcher that ticks the points whose names are in the answer. */
const run = (content: unknown, ...more: readonly string[]) => runOn('answers.json', content, ...more)

async function runOn(file: string, content: unknown, ...more: readonly string[]) {
  const stdout: string[] = []
  const stderr: string[] = []
  writeFileSync(path.join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
  const code = await matchFile([file, ...more], {
    matcher: async () => ({
      match: ({ keyPoints }, answer) =>
        keyPoints.flatMap(({ point }, index) => {
          const start = answer.indexOf(point)
          return start < 0 ? [] : [{ index, phrase: point, start, end: start + point.length }]
        }),
      uncovered: () => [],
    }),
    cards: async () => new Map([[card.id, card]]),
    folder,
    print: (text) => stdout.push(text),
    printError: (text) => stderr.push(text),
  })
  return { code, stdout, stderr: stderr.join('\n') }
}

const answer = (id: string, style: string, text: string, covered?: readonly number[]) => ({
  id,
  card: card.id,
  style,
  answer: text,
  ...(covered && { covered }),
})

describe('what a file of answers gives', () => {
  const answers = [
    answer('a', 'terse', 'one two', [0, 2]),
    answer('b', 'spoken', 'three', [2]),
    answer('c', 'spoken', 'no'),
  ]

  test('precision and recall over key points, per style and in all', async () => {
    const { code, stdout } = await run(answers)
    expect(code).toBe(0)
    expect(
      stdout
        .join('\n')
        .split('\n')
        .map((line) => line.trim().split(/\s{2,}/)),
    ).toEqual([
      ['style', 'answers', 'precision', 'recall', 'ticks', 'wrong', 'missed'],
      ['spoken', '1', '1.000', '1.000', '1', '0', '0'],
      ['terse', '1', '0.500', '0.500', '2', '1', '1'],
      ['all', '2', '0.667', '0.667', '3', '1', '1'],
      ['1 without “covered” left out'],
    ])
  })

  test('with --json an object a line per answer, and nothing else', async () => {
    const { code, stdout, stderr } = await run(answers, '--json')
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout.map((line) => JSON.parse(line))).toEqual([
      {
        id: 'a',
        card: card.id,
        ticked: [0, 1],
        phrases: [
          { index: 0, phrase: 'one' },
          { index: 1, phrase: 'two' },
        ],
      },
      { id: 'b', card: card.id, ticked: [2], phrases: [{ index: 2, phrase: 'three' }] },
      { id: 'c', card: card.id, ticked: [], phrases: [] },
    ])
  })

  test('a share of nothing is a dash', async () => {
    const { stdout } = await run([answer('a', 'wrong', 'no', [])])
    expect(stdout.join('\n')).toMatch(/wrong\s+1\s+–\s+–/)
  })
})

test('a file of JSON lines holds one answer a line', async () => {
  const lines = [answer('a', 'terse', 'one', [0]), answer('b', 'terse', 'two', [1])].map((line) => JSON.stringify(line))
  const { code, stdout } = await runOn('answers.jsonl', `${lines.join('\n')}\n\n`, '--json')
  expect(code).toBe(0)
  expect(stdout.map((line) => JSON.parse(line).ticked)).toEqual([[0], [1]])

  const broken = await runOn('answers.jsonl', `${lines.join('\n')}\n{`)
  expect(broken.code).toBe(2)
  expect(broken.stderr).toMatch(/answers\.jsonl: line 3 is not JSON/)
})

test.each([
  ['is not JSON', '{', /answers\.json is not JSON/],
  ['is no list', { id: 'a' }, /does not contain a list of answers/],
  ['lacks an answer', [{ id: 'a', card: card.id }], /does not contain a list of answers: 0\.answer/],
  ['names a card that there is not', [{ id: 'a', card: 'x/y', answer: 'b' }], /a: there is no card “x\/y”/],
  ['names a key point that there is not', [answer('a', 'terse', 'one', [3])], /a: lesson\/card has no key point 3/],
])('a file that %s is refused with exit 2', async (_, content, message) => {
  const { code, stdout, stderr } = await run(content)
  expect(code).toBe(2)
  expect(stdout).toEqual([])
  expect(stderr).toMatch(message)
})

test('a file that is not there is refused with exit 2', async () => {
  const stderr: string[] = []
  const context = {
    folder,
    matcher: async () => Promise.reject(new Error('unused')),
    cards: async () => new Map(),
    print: () => undefined,
    printError: (text: string) => stderr.push(text),
  }
  expect(await matchFile(['none.json'], context)).toBe(2)
  expect(await matchFile([], context)).toBe(2)
  expect(await matchFile(['a.json', 'b.json'], context)).toBe(2)
  expect(await matchFile(['--nonsense'], context)).toBe(2)
  expect(stderr.join('\n')).toMatch(/none\.json can’t be read: there is no such file/)
  expect(await matchFile(['--help'], context)).toBe(0)
})
