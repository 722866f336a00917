import { expect, test } from 'vitest'
import { describeAuthError } from './auth-error.ts'

test('a taken address leads to signing in', () =>
  expect(describeAuthError({ status: 422, code: 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL' })).toMatch(/Sign in instead/))

test('a wrong password does not say which of the two is wrong', () =>
  expect(
    describeAuthError({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD', reason: 'Invalid email or password' }),
  ).toMatch(/e-mail or password/))

test('the server’s own reason is shown as it is', () =>
  expect(describeAuthError({ status: 400, code: 'PASSWORD_BLANK', reason: 'The password is blank.' })).toBe(
    'The password is blank.',
  ))

test('too many attempts say how long to wait', () => {
  expect(describeAuthError({ status: 429 })).toMatch(/Wait a minute/)
  expect(describeAuthError({ status: 429, code: 'TOO_OFTEN', reason: 'Wait 7 s.' })).toBe('Wait 7 s.')
})

test('an unknown refusal is our bug, and silence is the connection’s', () => {
  expect(describeAuthError({ status: 500 })).toMatch(/our bug/)
  expect(describeAuthError({ status: 0 })).toMatch(/can’t reach the server/)
})
