import { expect, test } from 'vitest'
import { isAuthor } from './author.ts'

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
