import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HighlightedCode } from './highlighted-code.tsx'

const shown = (source: string): string => renderToStaticMarkup(<HighlightedCode source={source} />)

test('code is set in colours, a line each', () => {
  expect(shown('const a = 1\n\nreturn a').match(/class="l"/g)).toHaveLength(3)
  expect(shown('const a = 1')).toMatch(/<span class="(?!l")[^"]+">const<\/span>/)
})

test('what is longer than any answer is shown whole, without colours', () => {
  const html = shown(`const a = 1\n${'(a<b,'.repeat(10_000)}`)
  expect(html.match(/<span/g)).toHaveLength(2)
  expect(html).toContain('(a&lt;b,'.repeat(10_000))
})

test('each line says how far it is indented, for the rest of it where it wraps', () => {
  const html = shown('{\n  a\n\tb\n\n}')
  expect([...html.matchAll(/--indent:(\d+)/g)].map(([, columns]) => columns)).toEqual(['2', '2'])
})
