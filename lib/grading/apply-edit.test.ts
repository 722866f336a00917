import { describe, expect, test } from 'vitest'
import { applyEdit, canApplyEdit, EditError } from './apply-edit.ts'
import { edit } from './wrong-answers.ts'

const base = { file: 'right/loops.ts', source: 'const a = f(x)\nconst b = f(y)\nreturn a / b\n' }

describe('an edit', () => {
  test('replaces its text', () => {
    expect(applyEdit(base, edit('no-division', ' / b', ''))).toBe('const a = f(x)\nconst b = f(y)\nreturn a\n')
  })
  test('replaces all its texts at once', () => {
    const swap = edit('swapped', [
      ['f(x)', 'f(y)'],
      ['f(y)', 'f(x)'],
    ])
    expect(applyEdit(base, swap)).toBe('const a = f(y)\nconst b = f(x)\nreturn a / b\n')
  })
  test('takes its replacement as it is written', () => {
    expect(applyEdit(base, edit('dollars', 'return a', "return '$&$1'"))).toContain("return '$&$1' / b")
  })
  test('shows the misconception of its name, or others, or none', () => {
    expect(edit('no-scale', 'a', 'b').shows).toEqual(['no-scale'])
    expect(edit('no-scale-loops', 'a', 'b', { shows: 'no-scale' }).shows).toEqual(['no-scale'])
    expect(edit('two', [['a', 'b']], { shows: ['no-scale', 'no-max'] }).shows).toEqual(['no-scale', 'no-max'])
    expect(edit('odd', [['a', 'b']], { shows: [] }).shows).toEqual([])
  })
})

describe('an edit that can’t be made says which one, where and why', () => {
  test.each([
    [edit('gone', 'g(x)', ''), 'the edit “gone” looks for “g(x)”, which isn’t in right/loops.ts'],
    [edit('often', 'f(', 'g('), 'the edit “often” looks for “f(”, which is in right/loops.ts 2 times'],
    [edit('empty', '', 'g('), 'which isn’t in right/loops.ts'],
    [
      edit('overlap', [
        ['const a = f', ''],
        ['= f(x)', ''],
      ]),
      'the edit “overlap” replaces “= f(x)” twice',
    ],
    [edit('same', 'f(x)', 'f(x)'), 'the edit “same” changes nothing in right/loops.ts'],
  ])('%#', (wrong, message) => {
    expect(() => applyEdit(base, wrong)).toThrow(message)
    expect(() => applyEdit(base, wrong)).toThrow(EditError)
    expect(canApplyEdit(base, wrong)).toBe(false)
  })
})
