import { expect, test } from 'vitest'
import { getKnownOrigins, isOwnHost, isOwnOrigin, listOwnOrigins } from './same-origin.ts'

const env = { BETTER_AUTH_URL: 'https://course.example/', TRUSTED_ORIGINS: 'http://a.example:3000, , nonsense' }

test('known origins are what the environment names, as browsers write them', () => {
  expect(getKnownOrigins(env)).toEqual(['https://course.example', 'http://a.example:3000'])
  expect(getKnownOrigins({ BETTER_AUTH_URL: 'https://Course.Example:443' })).toEqual(['https://course.example'])
  expect(getKnownOrigins({})).toEqual([])
})

test.each([
  ['the public address', 'https://course.example', 'course.example'],
  ['the public address behind a proxy that changes Host', 'https://course.example', 'localhost:3000'],
  ['a trusted one', 'http://a.example:3000', 'a.example:3000'],
  ['localhost', 'http://localhost:3000', 'localhost:3000'],
  ['localhost on a forwarded port', 'http://localhost:8080', 'localhost:8080'],
  ['localhost on the port that need not be written', 'http://localhost', 'localhost:80'],
  ['a loopback address', 'http://127.0.0.1:3000', '127.0.0.1:3000'],
  ['a loopback address of IPv6', 'http://[::1]:3000', '[::1]:3000'],
  ['the machine’s address in its network', 'http://192.168.1.5:3000', '192.168.1.5:3000'],
])('%s is our own', (_, origin, host) => {
  expect(isOwnOrigin(origin, host, env)).toBe(true)
  expect(isOwnHost(host, env)).toBe(true)
  expect(listOwnOrigins(new Headers({ origin, host }), env)).toContain(origin)
})

test.each([
  ['a name that somebody made lead here', 'http://evil.example', 'evil.example'],
  ['a name that begins with an address', 'http://127.0.0.1.evil.example', '127.0.0.1.evil.example'],
  ['a name that begins with localhost', 'http://localhost.evil.example', 'localhost.evil.example'],
  ['the public name over plain http', 'http://course.example', 'course.example'],
  ['the public name on another port', 'https://course.example:8443', 'course.example:8443'],
  ['another port of this machine', 'http://localhost:4000', 'localhost:3000'],
  ['another machine', 'http://192.168.1.6:3000', '192.168.1.5:3000'],
  ['a sandboxed frame', 'null', 'course.example'],
  ['nothing', '', 'course.example'],
  ['more than an origin', 'https://course.example/path', 'course.example'],
  ['no host', 'http://localhost:3000', null],
  ['a host that is none', 'http://localhost:3000', '['],
])('%s is not', (_, origin, host) => {
  expect(isOwnOrigin(origin, host, env)).toBe(false)
  const headers = new Headers({ origin, ...(host !== null && { host }) })
  expect(listOwnOrigins(headers, env)).toEqual(getKnownOrigins(env))
})

test('a host that nobody named is not ours', () => {
  for (const host of ['evil.example', 'course.example.evil.example', '', '[', 'a b', 'evil.example/course.example'])
    expect(isOwnHost(host, env)).toBe(false)
})
