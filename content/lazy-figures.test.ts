import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// all lessons share one route: what lazy.tsx imports at its head, styles included, comes with every lesson
test('a lesson’s figures load their code and styles only where they are shown', () => {
  const files = globSync('content/lessons/*/figures/lazy.tsx')
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const figures = text.match(/^export const /gm) ?? []
    const loaded = text.match(/= dynamic\(async \(\) =>\s*lazyFigure\(/g) ?? []
    expect(loaded.length, file).toBe(figures.length)
    expect(text, file).not.toMatch(/^import .*\.css'/m)
  }
})
