import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { SetupError } from '../lib/setup/setup-error.js'
import { freePort } from '../lib/setup/steps.js'
import { openPostgresql } from './open-postgresql.js'

const servers: Server[] = []
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

/** A server that does something to each connection when the client has spoken. */
async function listen(onData: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('data', () => onData(socket)).on('error', () => {})
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** PostgreSQL's ErrorResponse. */
function refuse(code: string, message: string) {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return listen((socket) => socket.end(Buffer.concat([head, fields])))
}

const fail = async (url: string): Promise<unknown> => openPostgresql(url, 200).catch((error: unknown) => error)

test.each([
  ['accepts and never answers', () => listen(() => {}), 'doesn’t answer'],
  ['does not listen', freePort, 'Nothing is listening'],
  ['hangs up', () => listen((socket) => socket.end()), 'closed the connection'],
  ['breaks off', () => listen((socket) => socket.resetAndDestroy()), 'closed the connection'],
  [
    'speaks http',
    () => listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    'closed the connection|doesn’t answer',
  ],
  [
    'refuses the password',
    () => refuse('28P01', 'password authentication failed'),
    'rejects the password of the user “me”',
  ],
  ['refuses the user', () => refuse('28000', 'no pg_hba.conf entry'), 'doesn’t let the user “me” in'],
  ['lacks the database', () => refuse('3D000', 'database "course" does not exist'), 'has no database “course”'],
  ['is full of connections', () => refuse('53300', 'sorry, too many clients already'), 'has too many connections'],
  ['starts', () => refuse('57P03', 'the database system is starting up'), 'is starting or stopping'],
  ['has a full disk', () => refuse('53100', 'No space left on device'), 'is full'],
  ['has another trouble', () => refuse('XX000', 'out of luck'), 'out of luck'],
])('a server that %s ends the start in one sentence', async (_, start, words) => {
  const error = await fail(`postgresql://me:hunter2@127.0.0.1:${await start()}/course`)
  expect(error).toBeInstanceOf(SetupError)
  expect(String(Object(error).message)).toMatch(new RegExp(`^[^\\n]*(${words})[^\\n]*\\.$`))
  expect(String(Object(error).message)).not.toContain('hunter2')
})

test('a host that is not there is named', async () => {
  expect(String(await fail('postgresql://me@course.invalid/course'))).toMatch(
    /The host “course\.invalid” can’t be found/,
  )
})

test('a certificate that is not there is named', async () => {
  expect(String(await fail('postgresql://me@127.0.0.1/course?sslrootcert=/missing.pem'))).toMatch(/missing\.pem/)
})
