import { describe, expect, test } from 'vitest'
import type { FollowUp } from './card.ts'
import { cardPlainText, renderCardHtml } from './card-html.ts'
import { readCourse } from './read-course.ts'

describe('a line of a card', () => {
  const line = (text: string) => renderCardHtml(text, { isLine: true })

  test.each([
    ['code', 'Is `a < b` so?', 'Is <code translate="no">a &lt; b</code> so?'],
    ['emphasis', 'the *query*, **not** the _key_', 'the <em>query</em>, <strong>not</strong> the <em>key</em>'],
    ['a link to a lesson', 'see [the mask](/lessons/mask#why)', 'see <a href="/lessons/mask#why">the mask</a>'],
    ['a link elsewhere', '[a](https://a.example/?b="1"&c)', '<a href="https://a.example/?b=&quot;1&quot;&amp;c">a</a>'],
    ['paragraphs and lists in one line', 'one\n\n- two\n- three', 'one two three'],
    ['the source of a formula that can’t be read', 'so $\\frac{1}$', 'so <code translate="no">\\frac{1}</code>'],
  ])('has %s', (_, text, html) => {
    expect(line(text)).toBe(html)
  })

  test('has formulas, also inside emphasis', () => {
    expect(line('*only $d$*')).toMatch(/^<em>only <span translate="no"><span class="katex">.*<math.*<\/span><\/em>$/)
    expect(line('so $$a < b$$ holds')).toMatch(/^so <span translate="no"><span class="katex-display">.* holds$/)
  })

  test.each([
    'd_k and n_k are widths',
    'Q·Kᵀ is 2 * n * d, not n * d',
    'a[i] and V[0], x[i][j]',
    'if 1 < 2 & b > a then <script>alert(1)</script>',
    '# is no heading',
    '> is no quotation',
    'it costs 5$ at most',
    '[words](#heading)',
    '[words](javascript:alert(1))',
    '[words](//elsewhere.example)',
  ])('leaves as it is: %s', (text) => {
    expect(cardPlainText(text, { isLine: true })).toBe(text)
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(line(text)).toBe(escaped)
  })

  test('has a mark that is escaped as it is', () => {
    expect(line('2\\*B\\*H, and 5\\$ or 6\\$')).toBe('2*B*H, and 5$ or 6$')
  })

  test.each([
    ['that fits', 'And what does `V[0]` give?', 'And what does <code translate="no">V[0]</code> give?'],
    [
      'after a word',
      'What goes wrong if the mask adds a large number in half precision?',
      'What goes wrong if the mask adds a large…',
    ],
    [
      'before emphasis',
      'What would *you* change about it, so that *every later position* is hidden?',
      'What would <em>you</em> change about it, so that…',
    ],
    [
      'before code',
      'What would happen here if you took `Number.MIN_VALUE + something` for it?',
      'What would happen here if you took…',
    ],
  ])('is cut to its longest length: %s', (_, text, html) => {
    expect(renderCardHtml(text, { isLine: true, maxLength: 44 })).toBe(html)
  })
})

describe('a card’s text', () => {
  test('has paragraphs and lists', () => {
    expect(renderCardHtml('Two *steps*:\n\n1. scale\n2. mask, then\n\n   sum\n\nDone.')).toBe(
      '<p>Two <em>steps</em>:</p><ol><li>scale</li><li><p>mask, then</p><p>sum</p></li></ol><p>Done.</p>',
    )
    expect(renderCardHtml('- one\n- two\n  - three')).toBe('<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>')
  })

  test('has a formula on its own lines', () => {
    expect(renderCardHtml('So\n\n$$\na < b\n$$')).toMatch(
      /^<p>So<\/p><p><span translate="no"><span class="katex-display">/,
    )
  })
})

test.each([
  ['words, code and maths', 'Is `d` the $\\sqrt{d}$?', 'Is `d` the $\\sqrt{d}$?'],
  ['a formula on its own line', '$$\na\n$$', '$$a$$'],
  ['emphasis', '*one **two***.', 'one two.'],
  ['a link into the site', '[the mask](/lessons/causal-mask)', 'the mask'],
  ['a link out of it', '[the paper](https://arxiv.org/)', 'the paper (https://arxiv.org/)'],
  ['paragraphs', 'one\n\ntwo', 'one\n\ntwo'],
  ['a list', 'so\n\n- one\n- two', 'so\n\n- one\n- two'],
  ['a numbered list', '1. one\n2. a\n\n   b', '1. one\n2. a\n   \n   b'],
])('as plain text: %s', (_, text, plain) => {
  expect(cardPlainText(text)).toBe(plain)
})

describe('the cards of the course', () => {
  test('lose no letter to a mark that was not meant as one', async () => {
    const texts = await readTexts()
    expect(texts.length).toBeGreaterThan(500)
    for (const [id, text] of texts)
      if (!MEANT.test(text)) expect([id, cardPlainText(text, { isLine: true })]).toEqual([id, text])
  })

  test('have no formula that can’t be read', async () => {
    for (const [id, text] of await readTexts())
      for (const formula of text.match(/\$[^$]+\$/g) ?? [])
        expect([id, renderCardHtml(formula, { isLine: true })]).toEqual([id, expect.stringContaining('<math')])
  })
})

async function readTexts(): Promise<readonly (readonly [id: string, text: string])[]> {
  const { publishedLessons, draftLessons } = await readCourse()
  return [...publishedLessons, ...draftLessons]
    .flatMap(({ cards }) => cards)
    .flatMap(({ id, question, modelAnswer, keyPoints, followUps }) =>
      [question, modelAnswer, ...keyPoints.map(({ point }) => point), ...followUps.flatMap(listTexts)].map(
        (text) => [id, text] as const,
      ),
    )
}

const listTexts = ({ question, answer, followUps = [] }: FollowUp): string[] => [
  question,
  answer,
  ...followUps.flatMap(listTexts),
]

/** Marks around whole words, a link that leads somewhere, an escape, a second paragraph, a list. */
const MEANT = /(?<![\p{L}\d])(\*\*?|_)\p{L}[^*_]*\1(?![\p{L}\d])|\]\((\/|https:)|\\[*_[$`]|\$\$|\n/u
