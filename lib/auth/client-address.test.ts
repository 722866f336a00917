import { expect, test } from 'vitest'
import { readClientAddress } from './client-address.ts'

test('the address is the first value that the server’s preload left in the header', () => {
  expect(readClientAddress(new Headers({ 'x-forwarded-for': '203.0.113.7' }))).toBe('203.0.113.7')
  expect(readClientAddress(new Headers({ 'x-forwarded-for': ' 203.0.113.7 , 10.0.0.1' }))).toBe('203.0.113.7')
})

test('a request without an address is from somewhere unknown', () => {
  expect(readClientAddress(new Headers())).toBe('unknown')
  expect(readClientAddress(new Headers({ 'x-forwarded-for': ' , ' }))).toBe('unknown')
})
