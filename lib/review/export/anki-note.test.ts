import { expect, test } from 'vitest'
import { ankiHtml, ankiNote } from './anki-note.ts'

test.each([
  ['divide by $\\sqrt{d}$', 'divide by \\(\\sqrt{d}\\)'],
  ['so $$a < b$$ holds', 'so \\[a &lt; b\\] holds'],
  ['`a[i] < b && c`, as code', '<code>a[i] &lt; b &amp;&amp; c</code>, as code'],
  ['`$x$` is code', '<code>$x$</code> is code'],
  ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['two\nlines', 'two<br>lines'],
  ['costs 5$ at most', 'costs 5$ at most'],
])('%s', (text, html) => {
  expect(ankiHtml(text)).toBe(html)
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
  expect(ankiNote(card)).toEqual({
    guid: 'explain-attention:scaling/why',
    fields: [
      'Why \\(\\sqrt{d}\\)?',
      'So that <code>x</code> keeps its variance.',
      '<ul><li>the variance is \\(d\\)</li><li>softmax saturates</li></ul>',
    ],
    tags: ['lesson::scaling', 'kind::why'],
  })
})
