import { expect, test } from 'vitest'
import { renderCardHtml } from '../card-html.ts'
import { toAnkiNote } from './anki-collection.ts'

test.each([
  ['divide by $\\sqrt{d}$', 'divide by \\(\\sqrt{d}\\)'],
  ['so $$a < b$$ holds', 'so \\[a &lt; b\\] holds'],
  ['`a[i] < b && c`, as code', '<code>a[i] &lt; b &amp;&amp; c</code>, as code'],
  ['`$x$` is code', '<code>$x$</code> is code'],
  ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['*one* **two**', '<em>one</em> <strong>two</strong>'],
  ['[a < b](https://a.example/?b="1"&c)', '<a href="https://a.example/?b=&quot;1&quot;&amp;c">a &lt; b</a>'],
  ['[a lesson](/lessons/causal-mask)', 'a lesson'],
  ['costs 5$ at most', 'costs 5$ at most'],
])('%s', (text, html) => {
  expect(renderCardHtml(text, { target: 'anki', isLine: true })).toBe(html)
})

test('paragraphs and lists', () => {
  expect(renderCardHtml('So\n\n- $a$\n- b\n\nand\n\n1. c', { target: 'anki' })).toBe(
    '<p>So</p><ul><li>\\(a\\)</li><li>b</li></ul><p>and</p><ol><li>c</li></ol>',
  )
})

test('a card is a note with its lesson and kind as tags, known by its id', () => {
  const card = {
    id: 'scaling/why',
    lesson: 'scaling',
    kind: 'why',
    question: 'Why $\\sqrt{d}$?',
    answer: 'So that `x` keeps its variance.',
    keyPoints: ['the variance is $d$', 'softmax saturates'],
  }
  expect(toAnkiNote(card)).toEqual({
    guid: 'explain-attention:scaling/why',
    fields: [
      'Why \\(\\sqrt{d}\\)?',
      '<p>So that <code>x</code> keeps its variance.</p>',
      '<ul><li>the variance is \\(d\\)</li><li>softmax saturates</li></ul>',
    ],
    tags: ['lesson::scaling', 'kind::why'],
  })
})
