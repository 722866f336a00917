import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash.ts'

test('many passwords at once are hashed in turn, each rightly', async () => {
  const passwords = Array.from({ length: 6 }, (_, i) => `password ${i}`)
  const hashes = await Promise.all(passwords.map(hashPassword))
  const right = await Promise.all(passwords.map((password, i) => verifyPassword({ password, hash: hashes[i] ?? '' })))
  const wrong = await Promise.all(passwords.map((_, i) => verifyPassword({ password: 'other', hash: hashes[i] ?? '' })))
  expect([right, wrong]).toEqual([Array(6).fill(true), Array(6).fill(false)])
})

test('a hash that is broken does not hold up the next one', async () => {
  const broken = Array.from({ length: 4 }, () => verifyPassword({ password: 'a', hash: 'none' }))
  expect((await Promise.allSettled(broken)).map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(await verifyPassword({ password: 'a', hash: await hashPassword('a') })).toBe(true)
})
