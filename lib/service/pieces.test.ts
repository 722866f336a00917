import { describe, expect, test } from 'vitest'
import { readCourse } from '#lib/course/read-course.ts'
import { blocks, pieces } from './pieces.ts'

describe('a card’s text', () => {
  test('is cut into words, code and maths', () => {
    expect(pieces('Is `d` the $\\sqrt{d}$?')).toEqual([
      'Is ',
      { code: 'd' },
      ' the ',
      { maths: expect.stringContaining('<math') },
      '?',
    ])
  })

  test('has its emphasis, links and lists, the maths in them set', () => {
    expect(blocks('*So* $$a$$\n\n- **$b$**\n- [c](/lessons/causal-mask)')).toEqual([
      { paragraph: [{ em: ['So'] }, ' ', { maths: expect.stringContaining('katex-display'), display: true }] },
      {
        list: [
          [{ strong: [{ maths: expect.stringContaining('<math') }] }],
          [{ link: ['c'], href: '/lessons/causal-mask' }],
        ],
        ordered: false,
      },
    ])
  })

  test('shows the source of a formula that cannot be read', () => {
    expect(pieces('so $\\frac{1}$')).toEqual(['so ', { code: '\\frac{1}' }])
  })

  test('is set without such a slip on every card of the course', async () => {
    const { listed, drafts } = await readCourse()
    for (const { id, question, modelAnswer, keyPoints } of [...listed, ...drafts].flatMap((it) => it.cards))
      for (const text of [question, modelAnswer, ...keyPoints.map((it) => it.point)])
        for (const formula of text.match(/\$[^$]+\$/g) ?? [])
          expect([id, pieces(formula)]).toEqual([id, [{ maths: expect.any(String) }]])
  })
})
