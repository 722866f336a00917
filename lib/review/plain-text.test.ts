import { expect, test } from 'vitest'
import type { Written } from './pieces.ts'
import { plainText } from './plain-text.ts'

test.each<[string, Written, string]>([
  ['words, code and maths', ['Is ', { code: 'd' }, ' the ', { tex: '\\sqrt{d}' }, '?'], 'Is `d` the $\\sqrt{d}$?'],
  ['a formula on its own line', [{ paragraph: [{ tex: 'a', display: true }] }], '$$a$$'],
  ['emphasis', [{ em: ['one ', { strong: ['two'] }] }, '.'], 'one two.'],
  ['a link into the site', [{ link: ['the mask'], href: '/lessons/causal-mask' }], 'the mask'],
  ['a link out of it', [{ link: ['the paper'], href: 'https://arxiv.org/' }], 'the paper (https://arxiv.org/)'],
  ['paragraphs', [{ paragraph: ['one'] }, { paragraph: ['two'] }], 'one\n\ntwo'],
  ['a list', [{ paragraph: ['so'] }, { list: [['one'], ['two']], ordered: false }], 'so\n\n- one\n- two'],
  [
    'a numbered list',
    [{ list: [['one'], [{ paragraph: ['a'] }, { paragraph: ['b'] }]], ordered: true }],
    '1. one\n2. a\n   \n   b',
  ],
])('%s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain)
})
