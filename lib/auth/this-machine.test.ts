import { expect, test } from 'vitest'
import { isFromThisMachine } from './this-machine.ts'

const isLocal = (address: string, host: string) => isFromThisMachine(new Headers({ 'x-forwarded-for': address, host }))

test.each([
  ['127.0.0.1', 'localhost:3000'],
  ['::1', 'localhost:3000'],
  ['::1', '[::1]:3000'],
  ['127.0.0.53', '127.0.0.1:3000'],
])('a request from %s to %s is from this machine', (address, host) => {
  expect(isLocal(address, host)).toBe(true)
})

test.each([
  ['192.168.1.6', '192.168.1.5:3000'],
  ['192.168.1.6', 'localhost:3000'],
  ['127.0.0.1', 'evil.example:3000'],
  ['127.0.0.1', '127.0.0.1.evil.example'],
  ['127.0.0.1', '192.168.1.5:3000'],
  ['127.0.0.1', '['],
  ['127.0.0.1', ''],
  ['unknown', 'localhost:3000'],
  ['localhost.evil', 'localhost'],
])('a request from %s to %s is not', (address, host) => {
  expect(isLocal(address, host)).toBe(false)
})

test('a request that says nothing is not', () => {
  expect(isFromThisMachine(new Headers())).toBe(false)
})
