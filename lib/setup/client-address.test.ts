import { expect, test } from 'vitest'
import { normalizeAddress, pickForwardedValue, resolveClientAddress } from './client-address.js'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8::'],
  ['64:ff9b::203.0.113.7', '64:ff9b::'],
  ['fe80::1%eth0', 'fe80::'],
  ['::1', '::1'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['127.0.0.1', '127.0.0.1'],
  ['', undefined],
  [undefined, undefined],
  ['made-up', undefined],
  ['203.0.113', undefined],
  ['203.0.113.7.', undefined],
  ['1:2', undefined],
])('%s counts as %s', (address, normalized) => {
  expect(normalizeAddress(address)).toBe(normalized)
})

test('without a proxy the socket decides, whatever the header says', () => {
  expect(resolveClientAddress('::ffff:192.0.2.1', '203.0.113.7', 0)).toBe('192.0.2.1')
  expect(resolveClientAddress('192.0.2.1', undefined, 0)).toBe('192.0.2.1')
  expect(resolveClientAddress(undefined, '203.0.113.7', 0)).toBe('unknown')
})

test('behind proxies it is what the outermost of them saw; what the client made up is left of that', () => {
  expect(resolveClientAddress('127.0.0.1', '203.0.113.7', 1)).toBe('203.0.113.7')
  expect(resolveClientAddress('127.0.0.1', 'made-up, 198.51.100.9, 203.0.113.7', 1)).toBe('203.0.113.7')
  expect(resolveClientAddress('127.0.0.1', '198.51.100.9, 203.0.113.7, 10.0.0.2', 2)).toBe('203.0.113.7')
})

test('a header with fewer values than proxies was not written by them: the socket decides', () => {
  expect(resolveClientAddress('192.0.2.1', '203.0.113.7', 2)).toBe('192.0.2.1')
  expect(resolveClientAddress('192.0.2.1', undefined, 1)).toBe('192.0.2.1')
  expect(resolveClientAddress('192.0.2.1', '203.0.113.7, made-up', 1)).toBe('192.0.2.1')
})

test.each([
  ['203.0.113.7:50123', '203.0.113.7'],
  ['[2001:db8::1]:50123', '2001:db8::'],
  ['[2001:db8::1]', '2001:db8::'],
])('a proxy may add a port: %s', (value, address) => {
  expect(resolveClientAddress('127.0.0.1', value, 1)).toBe(address)
})

test('of several protocols the one of the outermost trusted proxy counts; a proxy may also send one alone', () => {
  expect(pickForwardedValue('https', 1)).toBe('https')
  expect(pickForwardedValue('https', 2)).toBe('https')
  expect(pickForwardedValue('made-up, https, http', 2)).toBe('https')
  expect(pickForwardedValue(undefined, 1)).toBeUndefined()
})
