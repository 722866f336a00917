import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CodeMistake } from './code-mistakes.tsx'

/** A fenced block of code as MDX renders it. */
const block = (label: string, code: string) => (
  <pre key={label}>
    <code data-label={label}>{`${code}\n`}</code>
  </pre>
)

const render = (...blocks: readonly ReturnType<typeof block>[]): string =>
  renderToStaticMarkup(
    <CodeMistake ids="zero-score ragged" title="0 instead of −∞" symptom="Hidden keys get weight">
      {blocks}
    </CodeMistake>,
  ).replaceAll(/<\/?mark>/g, '')

/** The text of the pairs by the misconceptions that they name, the faulty code first. */
const readPairs = (html: string) =>
  html
    .split('data-line-pair="')
    .slice(1)
    .map((part) => ({
      ids: part.slice(0, part.indexOf('"')),
      isHidden: part.slice(0, part.indexOf('>')).includes('hidden'),
      codes: [...part.matchAll(/<pre[^>]*>(.*?)<\/pre>/gs)].map(([, code]) => code),
    }))

test('faulty code is shown next to the right code that names the same misconception, else to the unnamed one', () => {
  const html = render(
    block('faulty', 'j'),
    block('right', 'i'),
    block('faulty ragged', 'x'),
    block('right ragged', 'y'),
  )
  expect(readPairs(html)).toEqual([
    { ids: 'zero-score', isHidden: false, codes: ['j', 'i'] },
    { ids: 'ragged', isHidden: false, codes: ['x', 'y'] },
  ])
})

test('what a misconception looks like in one exercise is hidden in the lesson, and the family keeps its own pair', () => {
  const html = render(
    block('faulty', 'j'),
    block('right', 'i'),
    block('faulty padded-attention/zero-score', 'p'),
    block('right padded-attention/zero-score', 'q'),
  )
  expect(readPairs(html)).toEqual([
    { ids: 'zero-score ragged', isHidden: false, codes: ['j', 'i'] },
    { ids: 'padded-attention/zero-score', isHidden: true, codes: ['p', 'q'] },
  ])
})
