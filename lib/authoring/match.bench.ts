import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createMatcher } from '#lib/matcher/match.ts'
import { allCards } from './match-cards.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Milliseconds to match an answer with its card, compared with the platform splitting the same answer into words. */
export async function bench() {
  const cards = await allCards(path.join(root, 'content/lessons'))
  const answers = globSync(path.join(root, 'lib/matcher/answers/*.jsonl')).flatMap((file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { card: string; answer: string }),
  )
  const matcher = await createMatcher()
  for (const card of cards.values()) matcher.match(card, '') // as when its question is shown
  const segments = new Intl.Segmenter('en', { granularity: 'word' })
  const durationsMs: number[] = []
  const cut: number[] = []
  for (const { card, answer } of answers) {
    const info = cards.get(card)
    if (!info) continue
    durationsMs.push(measureMs(() => matcher.match(info, answer)))
    cut.push(measureMs(() => [...segments.segment(answer)].length))
  }
  return (
    [
      ['p50', 0.5],
      ['p99', 0.99],
      ['max', 1],
    ] as const
  ).map(([name, at]) => ({
    name: `matching an answer with its key points, ${name} of ${durationsMs.length}`,
    value: `${percentile(durationsMs, at).toFixed(1)} ms`,
    baseline: `${percentile(cut, at).toFixed(2)} ms to cut it into words`,
    ratio: (percentile(durationsMs, at) / percentile(cut, at)).toFixed(1),
    aim: '≤ 50 ms',
  }))
}

function measureMs(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const percentile = (all: readonly number[], at: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(at * all.length))] ?? Number.NaN
