import { expect, test } from 'vitest'
import { isAuthor } from './author.ts'

const ada = { id: '1', guest: false, email: 'Ada@example.org' }
const guest = { id: '2', guest: true }

test('an author holds an account that AUTHORS lists', () => {
  expect(isAuthor(ada, { AUTHORS: 'bob@example.org, ada@example.org' })).toBe(true)
  expect(isAuthor(ada, { AUTHORS: 'bob@example.org' })).toBe(false)
  expect(isAuthor(ada, {})).toBe(false)
  expect(isAuthor(guest, { AUTHORS: 'ada@example.org,' })).toBe(false)
  expect(isAuthor(undefined, { AUTHORS: 'ada@example.org' })).toBe(false)
})

test('a part of an address is none', () => {
  expect(isAuthor({ ...ada, email: 'ada@example.or' }, { AUTHORS: 'ada@example.org' })).toBe(false)
  expect(isAuthor({ ...ada, email: '' }, { AUTHORS: '' })).toBe(false)
})

test('in development everyone is one', () => {
  expect(isAuthor(undefined, { NODE_ENV: 'development' })).toBe(true)
  expect(isAuthor(undefined, { NODE_ENV: 'production' })).toBe(false)
})
