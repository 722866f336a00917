import type { BenchRow } from './bench.ts'
import { ms, ORIGIN, percentile, withProduction } from './production.ts'

const WAVES = 10
const SIGN_INS_AT_ONCE = 16
const IDLE_REQUESTS = 200

/** Compares the latency of other requests while many passwords are checked at once with that of an idle server. */
export const bench = (): Promise<BenchRow[]> =>
  withProduction(async () => {
    await measureRequestMs() // the first one loads the route
    const idle: number[] = []
    for (let i = 0; i < IDLE_REQUESTS; i++) idle.push(await measureRequestMs())
    const busy: number[] = []
    for (let wave = 0; wave < WAVES; wave++) {
      let isRunning = true
      const signIns = Promise.all(Array.from({ length: SIGN_INS_AT_ONCE }, signIn)).finally(() => {
        isRunning = false
      })
      while (isRunning) busy.push(await measureRequestMs())
      await signIns
    }
    return [0.5, 0.99].map((share) => ({
      name: `request during ${SIGN_INS_AT_ONCE} sign-ins at once, p${share * 100}`,
      value: ms(percentile(busy, share)),
      baseline: `${ms(percentile(idle, share))} idle`,
      ratio: (percentile(busy, share) / percentile(idle, share)).toFixed(1),
      aim: '',
    }))
  })

async function measureRequestMs(): Promise<number> {
  const startedAt = performance.now()
  await (await fetch(`${ORIGIN}/api/progress`)).text()
  return performance.now() - startedAt
}

/** Sends a wrong password for a new address, which costs as much as a correct one. */
async function signIn(): Promise<void> {
  const response = await fetch(`${ORIGIN}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${crypto.randomUUID()}@example.org`, password: 'not the password' }),
  })
  if (response.status !== 401) throw new Error(`The server answered ${response.status}.`)
}
