import { expect, test } from 'vitest'
import { serverEnvironment } from './environment.js'
import { fromRoot } from './paths.js'
import { SetupError } from './setup-error.js'

const read = (env: Record<string, string>) => serverEnvironment({ BETTER_AUTH_SECRET: 'a secret', ...env })

test('what nobody set suits one machine', () => {
  expect(read({})).toMatchObject({
    PORT: '3000',
    DATABASE_URL: `file:${encodeURIComponent(fromRoot('data/course.db'))}`,
    BETTER_AUTH_URL: 'http://localhost:3000',
    TRUSTED_ORIGINS: '',
  })
  expect(read({ HOST: '192.0.2.1', PORT: '80' }).BETTER_AUTH_URL).toBe('http://192.0.2.1')
})

test('addresses are kept as browsers write them', () => {
  const env = read({ BETTER_AUTH_URL: 'https://Course.example/', TRUSTED_ORIGINS: 'https://a.example/,' })
  expect(env).toMatchObject({ BETTER_AUTH_URL: 'https://course.example', TRUSTED_ORIGINS: 'https://a.example' })
})

test.each([
  ['PORT', 'http'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['HOST', 'my-computer'],
  ['DATABASE_URL', 'course.db'],
  ['DATABASE_URL', 'mysql://x'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '-1'],
  ['TRUST_PROXY', '1.5'],
  ['TRUST_PROXY', '99'],
  ['GUEST_DAYS', 'a month'],
  ['GUESTS_PER_MINUTE', '-20'],
  ['SIGN_INS_PER_MINUTE', '0'],
  ['STORED_MIB_PER_LEARNER', '100 MiB'],
  ['SUBMISSIONS_PER_MINUTE', '0'],
  ['SESSION_DAYS', 'a month'],
  ['SESSION_DAYS', '0'],
  ['SESSION_MAX_DAYS', '401'],
  ['BETTER_AUTH_URL', 'course.example'],
  ['BETTER_AUTH_URL', 'https://course.example/attention'],
  ['TRUSTED_ORIGINS', 'https://a.example, b.example'],
])('%s=%s ends the start with one sentence that names it', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(SetupError)
  expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+$`))
})
