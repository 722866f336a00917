import { afterAll, expect, test, vi } from 'vitest'

/** What answers the next requests, by their path. */
let answerRequest: (path: string) => Response
// better-auth’s client takes `fetch` when it is made
vi.stubGlobal('fetch', async (input: string | URL) =>
  answerRequest(new URL(`${input}`, 'http://localhost:3000').pathname),
)
afterAll(() => vi.unstubAllGlobals())
const { changePassword, describeAuthError, signIn, signOut, signOutElsewhere, signUp } = await import(
  './account-api.ts'
)

const credentials = { email: 'ada@example.org', password: 'a long password' }
const REQUESTS = {
  signUp: () => signUp(credentials),
  signIn: () => signIn(credentials),
  signOut,
  changePassword: () => changePassword({ currentPassword: 'a', newPassword: 'b' }),
  signOutElsewhere,
}
test.each(Object.entries(REQUESTS))('%s isn’t done when a network’s sign-in page answers', async (_, request) => {
  for (const make of [
    () => new Response('<html>Sign in to this network</html>', { headers: { 'content-type': 'text/html' } }),
    () => Response.json({ portal: true }),
    () => new Response('<html>No</html>', { status: 403, headers: { 'content-type': 'text/html' } }),
    () => new Response('', { status: 511 }),
  ]) {
    answerRequest = make
    expect(await request()).toMatch(/^We can’t reach the server/)
  }
})

test.each(Object.entries(REQUESTS))('%s is done when our server says so', async (_, request) => {
  answerRequest = (path) => {
    if (path.endsWith('/sign-out')) return Response.json({ success: true })
    if (path.endsWith('/revoke-other-sessions')) return Response.json({ status: true })
    const user = { id: 'a', email: credentials.email }
    return Response.json(path.endsWith('/get-session') ? { session: { id: 's' }, user } : { token: 't', user })
  }
  expect(await request()).toBeUndefined()
})

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
