import { gzipSync } from 'node:zlib'
import type { BenchRow } from './bench.ts'
import { ORIGIN, withProduction } from './production.ts'

/** Gzipped JavaScript in a page’s HTML, compared with a page of the same app without our client components. */
export const bench = (): Promise<BenchRow[]> =>
  withProduction(async () => {
    const floor = await measureBytes('/no-such-page')
    return Promise.all(
      ['/', '/lessons/causal-mask'].map(async (page): Promise<BenchRow> => {
        const size = await measureBytes(page)
        return {
          name: `JavaScript before the editor loads, ${page}`,
          value: kb(size),
          baseline: `${kb(floor)} on the 404 page`,
          ratio: (size / floor).toFixed(2),
          aim: '≤ 140 KB gz',
        }
      }),
    )
  })

async function measureBytes(page: string): Promise<number> {
  const html = await (await fetch(ORIGIN + page)).text()
  const sources = new Set(
    [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag)).map((m) => m[1]),
  )
  let sum = 0
  for (const source of sources) {
    const file = Buffer.from(await (await fetch(new URL(source ?? '', ORIGIN))).arrayBuffer())
    sum += gzipSync(file, { level: 9 }).length
  }
  return sum
}

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
