import { expect, test } from 'vitest'
import { isAuthor, isFromThisMachine } from './author.ts'

const ada = { id: '1', guest: false, email: 'Ada@example.org' }
const guest = { id: '2', guest: true }
const here = new Headers({ 'x-forwarded-for': '127.0.0.1', host: 'localhost:3000' })
const elsewhere = new Headers({ 'x-forwarded-for': '192.168.1.6', host: '192.168.1.5:3000' })
const rebound = new Headers({ 'x-forwarded-for': '127.0.0.1', host: 'evil.example:3000' })

test('an author holds an account that AUTHORS lists', () => {
  expect(isAuthor(ada, here, { AUTHORS: 'bob@example.org, ada@example.org' })).toBe(true)
  expect(isAuthor(ada, here, { AUTHORS: 'bob@example.org' })).toBe(false)
  expect(isAuthor(ada, here, {})).toBe(false)
  expect(isAuthor(guest, here, { AUTHORS: 'ada@example.org,' })).toBe(false)
  expect(isAuthor(undefined, here, { AUTHORS: 'ada@example.org' })).toBe(false)
})

test('an account can be listed by its id', () => {
  expect(isAuthor({ ...ada, id: 'aB3' }, here, { AUTHORS: 'bob@example.org aB3' })).toBe(true)
  expect(isAuthor({ ...ada, id: 'ab3' }, here, { AUTHORS: 'aB3' })).toBe(false)
  expect(isAuthor({ ...guest, id: 'aB3' }, here, { AUTHORS: 'aB3' })).toBe(false)
})

test('a part of an address is none', () => {
  expect(isAuthor({ ...ada, email: 'ada@example.or' }, here, { AUTHORS: 'ada@example.org' })).toBe(false)
  expect(isAuthor({ ...ada, email: '' }, here, { AUTHORS: '' })).toBe(false)
})

test('in development whoever sits at this machine is one, and nobody else', () => {
  expect(isAuthor(undefined, here, { NODE_ENV: 'development' })).toBe(true)
  expect(isAuthor(undefined, elsewhere, { NODE_ENV: 'development' })).toBe(false)
  expect(isAuthor(undefined, rebound, { NODE_ENV: 'development' })).toBe(false)
  expect(isAuthor(undefined, here, { NODE_ENV: 'production' })).toBe(false)
})

test('in development an author’s account is one from anywhere', () => {
  expect(isAuthor(ada, elsewhere, { NODE_ENV: 'development', AUTHORS: 'ada@example.org' })).toBe(true)
  expect(isAuthor(guest, elsewhere, { NODE_ENV: 'development', AUTHORS: 'ada@example.org' })).toBe(false)
})

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
