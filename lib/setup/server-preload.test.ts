import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromRoot } from './paths.js'
import { freePort } from './steps.js'

/** A server as Next starts one, which answers with what it sees of a request. */
const ECHO = path.join(mkdtempSync(path.join(tmpdir(), 'preload-')), 'echo.mjs')
writeFileSync(
  ECHO,
  `import { createServer } from 'node:http'
   let held
   const server = createServer((request, response) => {
     const { headers, rawHeaders, method, url } = request
     const answer = () => response.end(JSON.stringify({ headers, rawHeaders, method, url }))
     if (url === '/api/body') {
       const pieces = []
       request.on('data', (piece) => pieces.push(piece)).on('end', () => response.end(JSON.stringify({ pieces: pieces.length, text: String(Buffer.concat(pieces)) })))
       return
     }
     if (url !== '/hold') return answer()
     held = answer
     response.writeHead(200).flushHeaders()
   })
     .on('upgrade', (request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n' + JSON.stringify(request.headers)))
     .listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'))
   process.on('SIGTERM', () => {
     server.close(() => process.exit(3))
     console.log('closing')
   })
   process.on('SIGUSR2', () => held())`,
)

interface Echo {
  readonly headers: Record<string, string>
  readonly rawHeaders: string[]
  readonly url: string
}

async function startEcho(env: Record<string, string>): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const args = [
    '--max-http-header-size=8192',
    '--import',
    pathToFileURL(fromRoot('lib/setup/server-preload.js')).href,
    ECHO,
  ]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { NODE_ENV: 'test', PATH: process.env.PATH, PORT: `${port}`, ...env },
  })
  await once(child.stdout, 'data')
  return { child, port }
}

interface RequestOptions {
  readonly host?: string
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string | string[]>
}
async function sendRequest(
  port: number,
  { host = '127.0.0.1', path = '/', method = 'GET', headers = {} }: RequestOptions = {},
) {
  const sent = request({ host, port, path, method, headers, agent: false })
  sent.end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  for await (const piece of response.setEncoding('utf8')) text += piece
  const echo = response.statusCode === 200 ? (JSON.parse(text) as Echo) : undefined
  return { status: response.statusCode, headers: response.headers, text, seen: echo?.headers, echo }
}

/** Resolves when something listens; the test's own limit ends a wait in vain. */
async function untilListening(host: string, port: number): Promise<void> {
  const isListening = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, host)
      socket.on('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  while (!(await isListening()));
}

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

const servers: ChildProcess[] = []
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
})
async function serve(env: Record<string, string> = {}): Promise<number> {
  const { child, port } = await startEcho(env)
  servers.push(child)
  return port
}

describe('without a proxy', () => {
  let port: number
  beforeAll(async () => {
    port = await serve()
  })

  test('a long User-Agent reaches the server cut', async () => {
    const { seen, echo } = await sendRequest(port, { headers: { 'User-Agent': 'x'.repeat(7000) } })
    expect(seen?.['user-agent']).toBe('x'.repeat(512))
    expect(echo?.rawHeaders.join().length).toBeLessThan(1000)
    expect((await sendRequest(port, { headers: { 'User-Agent': 'Mozilla/5.0' } })).seen?.['user-agent']).toBe(
      'Mozilla/5.0',
    )
    expect((await sendRequest(port)).seen?.['user-agent']).toBeUndefined()
  })

  test('headers of more than 8 KiB are answered with 431', async () => {
    expect((await sendRequest(port, { headers: { 'User-Agent': 'x'.repeat(15_000) } })).status).toBe(431)
    expect((await sendRequest(port, { headers: { Cookie: 'a=b;'.repeat(2500) } })).status).toBe(431)
  })

  test('the address is the socket’s, whatever the client claims', async () => {
    const claims = {
      'X-Forwarded-For': ['203.0.113.7', '198.51.100.9'],
      'X-Real-IP': '203.0.113.7',
      'X-Client-IP': '203.0.113.7',
      'CF-Connecting-IP': '203.0.113.7',
      'True-Client-IP': '203.0.113.7',
      Forwarded: 'for=203.0.113.7',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Port': '443',
    }
    const { seen, echo } = await sendRequest(port, { headers: claims })
    expect(seen?.['x-forwarded-for']).toBe('127.0.0.1')
    expect(JSON.stringify(echo)).not.toMatch(/203\.0\.113|198\.51|evil|https|443|for=/)
  })

  test('localhost is served on both of its addresses, and on no other', async () => {
    expect((await sendRequest(port, { host: '127.0.0.1' })).seen?.['x-forwarded-for']).toBe('127.0.0.1')
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
    if (hasIPv6) {
      await untilListening('::1', port)
      expect((await sendRequest(port, { host: '::1' })).seen?.['x-forwarded-for']).toBe('::1')
    }
    for (const { address, internal, family } of addresses)
      if (!internal && family === 'IPv4')
        await expect(sendRequest(port, { host: address })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test.each([
    ['a malformed address', { path: '/%E0%A4%A' }, 400],
    ['a malformed address below a page', { path: '/lessons/%E0%A4%A' }, 400],
    ['TRACE', { method: 'TRACE' }, 405],
    ['many parameters', { path: `/?${'a&'.repeat(1000)}` }, 400],
  ])('%s is refused in one line of text', async (_, request, status) => {
    const answer = await sendRequest(port, request)
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(/^[A-Z][^\n]+\.\n$/)
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })

  async function sendInBytes(text: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /api/body HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n')
    socket.write(`${[...text].map((letter) => `1\r\n${letter}\r\n`).join('')}0\r\n\r\n`)
    let answer = ''
    socket.setEncoding('utf8').on('data', (piece) => {
      answer += piece
    })
    socket.on('error', () => {}) // the server may hang up on it
    await new Promise((resolve) => socket.on('close', resolve))
    return answer
  }

  test('a body in pieces of a byte is handed on in few', async () => {
    const text = 'abcdefgh'.repeat(500)
    const answer = await sendInBytes(text)
    const received = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
    expect(received.text).toBe(text)
    expect(received.pieces).toBeLessThan(400) // as many as reads of the socket
  })

  test('a connection that sends thousands of them is closed, and others are answered', async () => {
    expect(await sendInBytes('a'.repeat(20_000))).toBe('')
    expect((await sendRequest(port)).status).toBe(200)
  })

  test('another protocol is refused', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /_next/webpack-hmr HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
    let text = ''
    for await (const piece of socket.setEncoding('utf8')) text += piece
    expect(text).toMatch(/^HTTP\/1.1 400 /)
  })

  test('an upgrade is guarded as well', async () => {
    const socket = connect(await serve({ NODE_ENV: 'development' }), '127.0.0.1')
    const long = 'x'.repeat(2000)
    socket.write(`GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: b\r\nUser-Agent: ${long}\r\n`)
    socket.write('X-Forwarded-For: 203.0.113.7\r\n\r\n')
    let text = ''
    for await (const piece of socket.setEncoding('utf8')) text += piece
    const seen = JSON.parse(text.slice(text.indexOf('{')))
    expect(seen['user-agent']).toHaveLength(512)
    expect(seen['x-forwarded-for']).toBe('127.0.0.1')
  })

  test('plain http is not told to be https', async () => {
    expect((await sendRequest(port)).headers['strict-transport-security']).toBeUndefined()
  })
})

describe('behind a trusted proxy', () => {
  let port: number
  beforeAll(async () => {
    port = await serve({ TRUST_PROXY: '1' })
  })

  test('the address is the one that the proxy saw', async () => {
    const headers = { 'X-Forwarded-For': 'made-up, 203.0.113.7', 'X-Real-IP': '198.51.100.9' }
    const { seen } = await sendRequest(port, { headers })
    expect(seen?.['x-forwarded-for']).toBe('203.0.113.7')
    expect(seen?.['x-real-ip']).toBeUndefined()
  })

  test('https is what the proxy says it is, and browsers are told to stay with it', async () => {
    const { seen, headers } = await sendRequest(port, {
      headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'a.example' },
    })
    expect(seen).toMatchObject({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.example' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    const odd = await sendRequest(port, { headers: { 'X-Forwarded-Proto': 'javascript' } })
    expect(odd.seen?.['x-forwarded-proto']).toBeUndefined()
    expect(odd.headers['strict-transport-security']).toBeUndefined()
  })
})

test('a server whose public address is https tells browsers to stay with it', async () => {
  const port = await serve({ BETTER_AUTH_URL: 'https://course.example' })
  expect((await sendRequest(port)).headers['strict-transport-security']).toBe('max-age=31536000')
})

test.each(['127.0.0.1', ...(hasIPv6 ? ['::1'] : [])])(
  'a server that closes answers what was asked on %s first',
  async (host) => {
    const { child, port } = await startEcho({})
    servers.push(child)
    await untilListening(host, port)
    const exit = once(child, 'exit')
    const sent = request({ host, port, path: '/hold', agent: false })
    sent.end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    child.kill('SIGTERM')
    await once(child.stdout ?? child, 'data')
    child.kill('SIGUSR2')
    let text = ''
    for await (const piece of response.setEncoding('utf8')) text += piece
    expect(JSON.parse(text).url).toBe('/hold')
    expect(await exit).toEqual([3, null])
  },
)
