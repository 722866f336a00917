import { Agent, request } from 'node:http'
import type { BenchRow } from './bench.ts'
import { ms, ORIGIN, percentile, withProduction } from './production.ts'

const ASKED = 300
const ATTACKERS = 3

interface Attack {
  readonly name: string
  readonly path: string
  readonly headers: Record<string, string>
}
const ATTACKS: readonly Attack[] = [
  { name: 'ordinary requests', path: '/api/health', headers: { 'user-agent': 'Mozilla/5.0' } },
  { name: 'a 15 KB User-Agent', path: '/api/health', headers: { 'user-agent': 'x'.repeat(15_000) } },
  { name: 'a 7 KB User-Agent', path: '/api/health', headers: { 'user-agent': 'x'.repeat(7000) } },
  { name: '2,000 parameters', path: `/?${'a&'.repeat(2000)}`, headers: {} },
]

/**
 * Compares one request’s latency while three connections send what used to stall the server with that of an idle
 * server.
 */
export const bench = (): Promise<BenchRow[]> =>
  withProduction(async () => {
    await measure() // warm
    const rows: BenchRow[] = []
    for (const attack of ATTACKS) {
      const idle = await measure()
      const stop = startAttack(attack)
      const attacked = await measure()
      const sent = await stop()
      for (const [share, word] of [
        [0.5, 'p50'],
        [0.99, 'p99'],
      ] as const) {
        const [value, baseline] = [percentile(attacked, share), percentile(idle, share)]
        rows.push({
          name: `another request, ${ATTACKERS} connections sending ${attack.name} (${sent} sent), ${word}`,
          value: ms(value),
          baseline: `${ms(baseline)} idle`,
          ratio: (value / baseline).toFixed(1),
          aim: '',
        })
      }
    }
    return rows
  })

/** Sends requests one after the other on one connection. Returns how long each took, in milliseconds. */
async function measure(): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (let i = 0; i < ASKED; i++) {
    const began = performance.now()
    await sendRequest(agent, '/api/health', {})
    times.push(performance.now() - began)
  }
  agent.destroy()
  return times
}

/** Sends requests on several connections without a pause, until the returned function is called. */
function startAttack({ path, headers }: Attack): () => Promise<number> {
  let isOver = false
  let sent = 0
  const agent = new Agent({ keepAlive: true, maxSockets: ATTACKERS })
  const attack = async () => {
    while (!isOver) {
      await sendRequest(agent, path, headers)
      sent++
    }
  }
  const attackers = Promise.all(Array.from({ length: ATTACKERS }, attack))
  return async () => {
    isOver = true
    await attackers
    agent.destroy()
    return sent
  }
}

/** Resolves when the response has been read or the server has closed the connection. */
function sendRequest(agent: Agent, path: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(ORIGIN, { path, headers, agent }, (response) => {
      response.on('end', resolve).on('error', () => resolve())
      response.resume()
    })
    sent.on('error', () => resolve())
    sent.end()
  })
}
