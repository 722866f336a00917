import { expect, test } from 'vitest'
import { findUnfitWord } from './syntax-fault.ts'

const PROGRAM = `export function f(x: number[][], eps: number): number[][] {
  return x.map((row) => {
    const mean: number = row.reduce((s, it) => s + it, 0) / row.length
    return row.map((it) => (it - mean) / Math.sqrt(eps))
  })
}
`
const broken = (take: string, put: string) => findUnfitWord(PROGRAM.replace(take, put))

test('a program fits', () => {
  expect(findUnfitWord(PROGRAM)).toBeUndefined()
})

test('a bracket that is missing deep inside an arrow function is missed there, not at the arrow', () => {
  expect(broken('sqrt(eps))', 'sqrt(eps)')).toEqual({ word: '}', position: { line: 5, column: 3 } })
})

test('a type that is missing is missed before the equals sign', () => {
  expect(broken('mean: number', 'mean:')).toEqual({ word: '=', position: { line: 3, column: 17 } })
})

test('a misspelled keyword is seen at the word behind it', () => {
  expect(broken('return x', 'retur x')).toEqual({ word: 'x', position: { line: 2, column: 9 } })
})
