import { describe, expect, test } from 'vitest'
import { findLine } from './this-mistake.tsx'

describe('the line on which a piece of code begins', () => {
  const source = 'const a = 1;\n\nconst masked = scores.map((s, j) =>\n  j <= i ? s : 0);\n'

  test('is found whatever its spaces, line breaks and semicolons', () => {
    expect(findLine(source, 'scores.map((s, j) => (j <= i ? s : 0))')).toBeUndefined() // other brackets: other code
    expect(findLine(source, 'j<=i?s:0')).toBe(4)
    expect(findLine(source, 'scores.map((s, j) =>\n  j <= i ? s : 0)')).toBe(3)
  })

  test('is unknown if the piece is not there, is there twice, or is empty', () => {
    expect(findLine(source, 'j < i')).toBeUndefined()
    expect(findLine('a + a', 'a')).toBeUndefined()
    expect(findLine(source, ' ;\n')).toBeUndefined()
  })
})
