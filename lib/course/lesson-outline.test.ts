import { describe, expect, test } from 'vitest'
import { readOutline } from './lesson-outline.ts'

const lesson = `---
title: A lesson
---
import { Bars } from './figures/bars.tsx'

<ShortAnswer seconds={40}>
Divide by $\\sqrt{d_k}$.
</ShortAnswer>

## Why it is true

<CodeMistake ids="no-scale scale-by-d" title="Why the root">

Because.

</CodeMistake>

### Why $d$ and *not* \`n\`

## Why it is true

<TryIt title="Scores"><Bars /></TryIt>

<ExerciseGroup title="Build it: scores">
<Exercise id="scaled-scores">

Write it.

</Exercise>
</ExerciseGroup>

<FollowUps>
<FollowUp question="And after training?" seconds={20}>

It holds no longer. <FollowUp question="Why?">Because.</FollowUp>

</FollowUp>
</FollowUps>

<Cards />
`

describe('the outline of a lesson', () => {
  const { outline, problems } = readOutline(lesson, 'lesson.mdx')

  test('has headings with the ids of the page, the second of two equal ones numbered', () => {
    expect(problems).toEqual([])
    expect(outline.flatMap((entry) => (entry.kind === 'heading' ? [[entry.id, entry.depth, entry.text]] : []))).toEqual(
      [
        ['why-it-is-true', 2, 'Why it is true'],
        ['why-d-and-not-n', 3, 'Why d and not n'],
        ['why-it-is-true-1', 2, 'Why it is true'],
      ],
    )
  })

  test('has an entry for each misconception that a paragraph explains', () => {
    expect(outline.filter(({ kind }) => kind === 'code-mistake')).toEqual([
      { kind: 'code-mistake', id: 'no-scale', title: 'Why the root', line: 12 },
      { kind: 'code-mistake', id: 'scale-by-d', title: 'Why the root', line: 12 },
    ])
  })

  test('has the components in the order of the text, nested ones too', () => {
    expect(outline.map(({ kind }) => kind).filter((entry) => entry !== 'heading' && entry !== 'code-mistake')).toEqual([
      'figure',
      'exercise-group',
      'exercise',
      'follow-ups',
      'follow-up',
      'follow-up',
      'cards',
    ])
  })

  test('of text that is not MDX is empty and names the line', () => {
    const broken = readOutline('# Fine\n\n<ShortAnswer>\n\nnever closed\n', 'content/lessons/x/lesson.mdx')
    expect(broken.outline).toEqual([])
    expect(broken.problems).toEqual([
      { file: 'content/lessons/x/lesson.mdx', line: 3, message: expect.stringContaining('<ShortAnswer>') },
    ])
  })
})
