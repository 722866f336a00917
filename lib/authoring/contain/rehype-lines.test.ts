import { expect, test } from 'vitest'
import rehypeLines from './rehype-lines.ts'

test('each element that has a place in the text says its line', () => {
  const element = (line?: number) => ({
    type: 'element' as const,
    tagName: 'p',
    properties: {} as Record<string, unknown>,
    children: [],
    ...(line !== undefined && { position: { start: { line, column: 1 }, end: { line, column: 2 } } }),
  })
  const [third, generated] = [element(3), element()]
  rehypeLines()({ type: 'root', children: [third, generated] } as never)
  expect(third.properties).toEqual({ 'data-line': 3 })
  expect(generated.properties).toEqual({})
})
