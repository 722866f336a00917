import { expect, test } from 'vitest'
import { describeSystemError, describeSystemOutput } from './describe-system-error.js'

const fail = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: words`), { code, ...(path && { path }) })

test.each([
  ['ENOSPC', 'is full'],
  ['EDQUOT', 'is full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'may not write'],
  ['EPERM', 'may not write'],
  ['ENAMETOOLONG', 'too long'],
  ['EMFILE', 'too many files'],
  ['EIO', 'has failed'],
])('%s is one sentence that names the file', (code, words) => {
  for (const path of ['/srv/course/data/secret', undefined])
    expect(describeSystemError(fail(code, path))).toMatch(new RegExp(`^[^\\n]*${words}[^\\n]*\\.$`))
  expect(describeSystemError(fail(code, '/srv/course/data'))).toContain('/srv/course/data')
})

test('a folder that can’t be made on a read-only disk is described, whatever code that has', () => {
  expect(describeSystemError(Object.assign(fail('ENOENT', '/srv/data'), { syscall: 'mkdir' }))).toMatch(
    /\/srv\/data is read-only/,
  )
})

test.each([undefined, new Error('a bug'), fail('ENOENT', '/srv')])('%s is not described', (error) => {
  expect(describeSystemError(error)).toBeUndefined()
})

test.each([
  ['npm error code ENOSPC\nnpm error syscall write\n', 'is full'],
  ['Error: write: No space left on device (os error 28)\n  at build', 'is full'],
  ["Error: EROFS: read-only file system, open '.next/trace'\n  at Object.open", 'read-only'],
  ['failed to create: Read-only file system (os error 30)', 'read-only'],
])('what a step says of the disk is one sentence: %j', (output, words) => {
  expect(describeSystemOutput(output)).toMatch(new RegExp(`^[^\\n]*${words}[^\\n]*\\.$`))
})

test('what a step says of other things stays', () => {
  expect(describeSystemOutput('Type error: x is not a number')).toBeUndefined()
})
