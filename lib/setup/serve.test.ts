import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { fromRoot } from './paths.js'
import { holdOutput, untilHealthy } from './serve.js'
import { freePort } from './steps.js'

const servers: Server[] = []
const sockets: Socket[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  for (const socket of sockets.splice(0)) socket.destroy()
})
async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.on('connection', (socket) => sockets.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
const answering = (listener: RequestListener) => listen(createHttpServer(listener))
const running = new Promise<number>(() => {})
const wait = (port: number, { exit = running, timeoutMs = 10_000 } = {}) =>
  untilHealthy('127.0.0.1', port, exit, timeoutMs)

test('a server is ready when its health says so, be it at the third try', async () => {
  let requestCount = 0
  const port = await answering((request, response) => {
    requestCount++
    response.writeHead(request.url === '/api/health' && requestCount === 3 ? 200 : 500).end()
  })
  await wait(port)
  expect(requestCount).toBe(3)
})

test('a server that ends did not start', async () => {
  await expect(wait(await freePort(), { exit: Promise.resolve(1) })).rejects.toThrow('The server did not start.')
})

const NEVER_READY: readonly (readonly [string, () => Promise<number>, string])[] = [
  ['accepts and says nothing', () => listen(createServer()), 'it didn’t respond'],
  ['never listens', freePort, 'nothing listens on its port'],
  [
    'does not reach its database',
    () => answering((_, response) => response.writeHead(503).end('{"error":"x","reason":"The database is away."}')),
    'it answered 503 (The database is away.)',
  ],
  ['is another program', () => answering((_, response) => response.writeHead(404).end('no')), 'it answered 404'],
]
// at once, because each takes the whole time-out, which a busy machine needs for the first answer
test('a server that is not ready in time is given up, with the reason', async () => {
  const reasons = NEVER_READY.map(async ([name, start]) => {
    const error: unknown = await wait(await start(), { timeoutMs: 6000 }).catch((error: unknown) => error)
    return [name, String(error)]
  })
  expect(await Promise.all(reasons)).toEqual(
    NEVER_READY.map(([name, , reason]) => [name, `Error: The server was not ready after 6 seconds: ${reason}.`]),
  )
})

test('health is asked directly, whatever proxy the environment names', async () => {
  const proxy = await answering((_, response) => response.writeHead(502).end())
  const port = await answering((_, response) => response.end())
  const script = `import { askHealth } from ${JSON.stringify(pathToFileURL(fromRoot('lib/setup/health.js')).href)}
    console.log((await askHealth('127.0.0.1', ${port}, 10_000)) ?? 'well')`
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', HTTP_PROXY: `http://127.0.0.1:${proxy}`, NODE_USE_ENV_PROXY: '1' }
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { env })
  const [output] = await once(child.stdout, 'data')
  expect(String(output)).toBe('well\n')
})

test('what a server warns of while it starts is passed on when it is ready, its greeting is not', async () => {
  const printed: string[] = []
  const show = (piece: unknown) => printed.push(String(piece)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(show)
  vi.spyOn(process.stderr, 'write').mockImplementation(show)
  const server = { stdout: new PassThrough(), stderr: new PassThrough() }
  const output = holdOutput(server)
  server.stdout.write('greeting')
  await vi.waitFor(() => expect(output.readHeld()).toBe('greeting'), { timeout: 30_000 })
  server.stderr.write('warning')
  await vi.waitFor(() => expect(output.readHeld()).toBe('greetingwarning'), { timeout: 30_000 })
  expect(printed).toEqual([])
  output.passOn()
  server.stdout.write('request')
  await vi.waitFor(() => expect(printed).toEqual(['warning', 'request']), { timeout: 30_000 })
  vi.restoreAllMocks()
})
