import { expect, test } from 'vitest'
import { inPlainWords } from './auth-error.ts'

test('a taken address leads to signing in', () =>
  expect(inPlainWords({ status: 422, code: 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL' })).toMatch(/Sign in with it/))

test('a wrong password does not say which of the two is wrong', () =>
  expect(inPlainWords({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' })).toMatch(/address and password/))

test('too many attempts say how long to wait', () => expect(inPlainWords({ status: 429 })).toMatch(/Wait a minute/))

test('what nobody foresaw is our fault', () => expect(inPlainWords({ status: 500 })).toMatch(/our fault/))
