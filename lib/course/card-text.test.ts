import { describe, expect, test } from 'vitest'
import type { Written } from '#lib/review/pieces.ts'
import { plainText } from '#lib/review/plain-text.ts'
import type { FollowUp } from './card.ts'
import { cardLine, cardText } from './card-text.ts'
import { readCourse } from './read-course.ts'

describe('a line of a card', () => {
  test.each<[string, string, Written]>([
    ['code and maths', 'Is `d` the $\\sqrt{d}$?', ['Is ', { code: 'd' }, ' the ', { tex: '\\sqrt{d}' }, '?']],
    [
      'emphasis',
      'the *query*, **not** the _key_',
      ['the ', { em: ['query'] }, ', ', { strong: ['not'] }, ' the ', { em: ['key'] }],
    ],
    ['maths inside emphasis', '*only $d$*', [{ em: ['only ', { tex: 'd' }] }]],
    ['display maths', 'so $$a < b$$ holds', ['so ', { tex: 'a < b', display: true }, ' holds']],
    [
      'a link to a lesson',
      'see [the mask](/lessons/causal-mask#why)',
      ['see ', { link: ['the mask'], href: '/lessons/causal-mask#why' }],
    ],
    ['paragraphs in one line', 'one\n\n- two\n- three', ['one', ' ', 'two', ' ', 'three']],
  ])('has %s', (_, text, pieces) => {
    expect(cardLine(text)).toEqual(pieces)
  })

  test.each([
    'd_k and n_k are widths',
    'Q·Kᵀ is 2 * n * d, not n * d',
    'a[i] and V[0], x[i][j]',
    'if 1 < 2 & b > a then <script>alert(1)</script>',
    '`V[0]` is *',
    '# is no heading',
    '> is no quotation',
    'it costs 5$ at most',
    '[words](#heading)',
    '[words](javascript:alert(1))',
    '[words](//elsewhere.example)',
  ])('leaves as it is: %s', (text) => {
    expect(plainText(cardLine(text))).toBe(text)
    expect(cardLine(text).filter((it) => typeof it !== 'string' && !('code' in it))).toEqual([])
  })

  test('has a mark that is escaped as it is', () => {
    expect(cardLine('2\\*B\\*H, and 5\\$ or 6\\$')).toEqual(['2*B*H, and 5$ or 6$'])
  })
})

describe('a card’s text', () => {
  test('has paragraphs and lists', () => {
    expect(cardText('Two *steps*:\n\n1. scale\n2. mask, then\n\n   sum\n\nDone.')).toEqual([
      { paragraph: ['Two ', { em: ['steps'] }, ':'] },
      { list: [['scale'], [{ paragraph: ['mask, then'] }, { paragraph: ['sum'] }]], ordered: true },
      { paragraph: ['Done.'] },
    ])
    expect(cardText('- one\n- two\n  - three')).toEqual([
      { list: [['one'], ['two', { list: [['three']], ordered: false }]], ordered: false },
    ])
  })
  test('has a formula on lines of its own', () => {
    expect(cardText('So\n\n$$\na < b\n$$')).toEqual([
      { paragraph: ['So'] },
      { paragraph: [{ tex: 'a < b', display: true }] },
    ])
  })
})

test('no card of the course loses a letter to a mark that was not meant as one', async () => {
  const { listed, drafts } = await readCourse()
  const cards = [...listed, ...drafts].flatMap((it) => it.cards)
  expect(cards.length).toBeGreaterThan(50)
  for (const { id, question, modelAnswer, keyPoints, followUps } of cards)
    for (const text of [question, modelAnswer, ...keyPoints.map(({ point }) => point), ...followUps.flatMap(textsOf)])
      if (!MEANT.test(text)) expect([id, ...cardLine(text)]).toEqual([id, ...cutByHand(text)])
})

const textsOf = ({ question, answer, then = [] }: FollowUp): string[] => [question, answer, ...then.flatMap(textsOf)]

/** Marks around whole words, a link that leads somewhere, an escape, a second paragraph, a list. */
const MEANT = /(?<![\p{L}\d])(\*\*?|_)\p{L}[^*_]*\1(?![\p{L}\d])|\]\((\/|https:)|\\[*_[$`]|\$\$|\n/u

const cutByHand = (text: string): Written =>
  text
    .split(/(`[^`]+`|\$[^$]+\$)/)
    .filter((it) => it !== '')
    .map((it) => {
      if (it.startsWith('`')) return { code: it.slice(1, -1) }
      return it.startsWith('$') ? { tex: it.slice(1, -1) } : it
    })
