import { expect, test } from 'vitest'
import rehypeNoTranslate from './rehype-no-translate.js'

const element = (tagName: string, className: string[] = [], children: unknown[] = []) => ({
  type: 'element',
  tagName,
  properties: { ...(className.length > 0 && { className }) } as Record<string, unknown>,
  children,
})

test('code and formulas are not translated, prose is', () => {
  const [code, pre, formula, link] = [element('code'), element('pre'), element('span', ['katex']), element('a')]
  const paragraph = element('p', [], [code, pre, formula, link])
  rehypeNoTranslate()({ type: 'root', children: [paragraph] } as never)
  for (const marked of [code, pre, formula]) expect(marked.properties.translate).toBe('no')
  for (const prose of [paragraph, link]) expect(prose.properties).not.toHaveProperty('translate')
})
