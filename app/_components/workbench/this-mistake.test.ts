import { describe, expect, test } from 'vitest'
import { findLine } from './this-mistake.tsx'

describe('the line on which a piece of code begins', () => {
  const source = 'const a = 1;\n\nconst masked = scores.map((s, j) =>\n  j <= i ? s : 0);\n'

  test('is found whatever its spaces, line breaks and semicolons', () => {
    expect(findLine(source, 'j<=i?s:0')).toBe(4)
    expect(findLine(source, 'scores.map((s, j) =>\n  j <= i ? s : 0)')).toBe(3)
  })

  test('is found with or without parentheses around the body of an arrow function', () => {
    expect(findLine(source, 'scores.map((s, j) => (j <= i ? s : 0))')).toBe(3)
    expect(findLine('f((x) => (x + 1));', 'f((x) => x + 1)')).toBe(1)
    expect(findLine('f((x) => (x + 1) * 2)', 'f((x) => x + 1 * 2)')).toBeUndefined() // these are needed
    expect(findLine('f((x) => ({ x }))', 'f((x) => { x })')).toBeUndefined()
    expect(findLine('f((x) => (x', 'f((x) => (x')).toBe(1)
  })

  test('is unknown if the piece is not there, is there twice, or is empty', () => {
    expect(findLine(source, 'j < i')).toBeUndefined()
    expect(findLine('a + a', 'a')).toBeUndefined()
    expect(findLine(source, ' ;\n')).toBeUndefined()
  })
})
