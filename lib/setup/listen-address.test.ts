import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readListenAddress, requireFreePort } from './listen-address.js'
import { SetupError } from './setup-error.js'

test.each([
  [undefined, '127.0.0.1', '::1', 'http://localhost:3000'],
  ['', '127.0.0.1', '::1', 'http://localhost:3000'],
  ['localhost', '127.0.0.1', '::1', 'http://localhost:3000'],
  ['0.0.0.0', '0.0.0.0', undefined, 'http://localhost:3000'],
  ['::', '::', undefined, 'http://localhost:3000'],
  ['192.0.2.1', '192.0.2.1', undefined, 'http://192.0.2.1:3000'],
  ['[2001:db8::1]', '2001:db8::1', undefined, 'http://[2001:db8::1]:3000'],
])('with HOST=%s the server listens on %s', (HOST, address, alsoAt, origin) => {
  expect(readListenAddress({ HOST }, '3000')).toEqual({ address, alsoAt, origin })
})

test.each(['my-computer', 'x86_64-conda-linux-gnu', '300.0.0.1'])(
  'a shell that sets HOST to %s opens the course to nobody',
  (HOST) => {
    const read = () => readListenAddress({ HOST }, '3000')
    expect(read).toThrow(SetupError)
    expect(read).toThrow('leave it unset to serve only this machine, or set HOST=0.0.0.0')
  },
)

const listening: Server[] = []
afterEach(() => {
  for (const server of listening.splice(0)) server.close()
})
async function listenOn(host: string): Promise<number> {
  const server = createServer()
  listening.push(server)
  server.listen(0, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
const localhost = { address: '127.0.0.1', alsoAt: '::1', origin: '' }
const hasIPv6 = await listenOn('::1').then(
  () => true,
  () => false,
)

test('a port that is taken is named, with another one', async () => {
  const port = await listenOn('127.0.0.1')
  await expect(requireFreePort(localhost, port)).rejects.toThrow(
    `Port ${port} is already in use (127.0.0.1). Stop the other process or pick another port: PORT=${port + 1} npm start`,
  )
})

test.skipIf(!hasIPv6)('a port that is taken on ::1 alone is taken', async () => {
  const port = await listenOn('::1')
  await expect(requireFreePort(localhost, port)).rejects.toThrow(`Port ${port} is already in use (::1)`)
})

test('a free port is free, also where the machine has no second address', async () => {
  const port = await listenOn('127.0.0.1')
  listening.splice(0).map((server) => server.close())
  await requireFreePort({ ...localhost, alsoAt: '2001:db8::1' }, port)
})

test('an address of another machine is refused', async () => {
  const elsewhere = { address: '192.0.2.1', alsoAt: undefined, origin: '' }
  await expect(requireFreePort(elsewhere, 3000)).rejects.toThrow(
    'HOST is 192.0.2.1, which is not an address of this machine.',
  )
})
