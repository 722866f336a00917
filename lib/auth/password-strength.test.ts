import { expect, test } from 'vitest'
import { describeWeakness, findPasswordWeakness } from './password-strength.ts'

const person = { email: 'Ada.Lovelace@example.org', name: 'Ada Lovelace' }
const find = (password: string) => findPasswordWeakness(password, person)

test.each([
  ['password', 'too-common'],
  ['Password1!', 'too-common'],
  ['12345678', 'too-common'],
  ['qwertyuiop', 'too-common'],
  ['letmein123', 'too-common'],
  ['aaaaaaaaaaaa', 'too-common'],
  ['abcabcabcabc', 'too-common'],
  ['explainattention', 'too-common'],
  ['ｐａｓｓｗｏｒｄ', 'too-common'],
  ['        ', 'blank'],
  ['\u00a0\u2003\u200b\u2028\u00a0\u2003\u200b\u2028', 'blank'],
  ['ada.lovelace@example.org', 'like-address'],
  [' ADA.LOVELACE@EXAMPLE.ORG ', 'like-address'],
  ['ada.lovelace1', 'like-address'],
  ['short', 'too-short'],
  ['🙂🙂🙂🙂', 'too-short'],
  ['correct horse battery '.repeat(6), 'too-long'],
] as const)('“%s” is refused', (password, weakness) => {
  expect(find(password)).toBe(weakness)
  expect(describeWeakness(weakness)).toMatch(/\.$/)
})

test.each([
  'correct horse battery',
  'x7Kp2mQ9',
  'naïve façade über groß',
  '四つの 無関係な 言葉 です',
  'Tr0ub4dor&3xyzzy plugh',
])('“%s” is taken', (password) => expect(find(password)).toBeUndefined())

test('a password of the greatest length is taken, too', () =>
  expect(find('correct horse battery staple, '.repeat(5).slice(0, 128))).toBeUndefined())
