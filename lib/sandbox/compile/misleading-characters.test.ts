// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs are written as text
import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { CompileError } from './compile-error.ts'

const inFunction = (line: string) => `export function f(x: number): number {\n  const y = 1\n  ${line}\n}`
const explain = (line: string) => {
  try {
    compile(inFunction(line))
  } catch (error) {
    if (error instanceof CompileError) return { message: error.message, ...error.position }
    throw error
  }
  return undefined
}

describe('a character that is not what it looks like is named, at its own place', () => {
  test.each([
    ['const s = “abc”; return 1', 'This is a curly quote (“). Type " instead.', 13],
    ['const s = ‘abc’; return 1', "This is a curly quote (‘). Type ' instead.", 13],
    ['return x − 1', 'This is a minus sign (−). Type - instead.', 12],
    ['return x × 2', 'This is a multiplication sign (×). Type * instead.', 12],
    ['return x ≤ 2 ? 1 : 0', 'This is a less-than-or-equal sign (≤). Type <= instead.', 12],
    ['return （x）', 'This is a full-width character (（). Type ( instead.', 10],
    ['return x\u037e', 'This is a Greek question mark (\u037e). Type ; instead.', 11],
    ['return\u200b x', 'There is a zero-width space (U+200B) here. Delete it.', 9],
    ['return x\u2060 + 1', 'There is a word joiner (U+2060) here. Delete it.', 11],
    ['ret\u00adurn x', 'There is a soft hyphen (U+00AD) here. Delete it.', 6],
    ['return x\0', 'There is a null character (U+0000) here. Delete it.', 11],
    ['return x\u2028 + 1', 'There is a line separator (U+2028) here. Delete it.', 11],
  ])('%j', (line, message, column) => {
    expect(explain(line)).toEqual({ message, line: 3, column })
  })
})

test.each([
  'const s = "“ok” − × \u200b"; return 1',
  '// “ok” − ≤\n  return 1',
  '/* “ */ return 1',
  'return `“${x}”`.length',
  'const r = /[“”−]/; return 1',
  'return\u00a0x',
  '\ufeffreturn x',
  'const π = 3; return π',
  'const s = "a\u2028b"; return 1',
])('in a text, a comment or a name it is no fault: %j', (line) => {
  expect(explain(line)).toBeUndefined()
})

test('an error that comes before such a character is told as it is', () => {
  expect(explain('if (x > 1 { return 1 }\n  const s = “a”')).toMatchObject({ line: 3, column: 13 })
})

describe('what looks like an HTML comment', () => {
  test.each([
    "const s = '<!--'; return 1",
    '/* \n--> */ return 1',
    'const s = `\n--> x`; return 1',
    'const r = /<!--/; return 1',
    '// <!-- x\n  return 1',
  ])('is none in %j', (line) => {
    expect(explain(line)).toBeUndefined()
  })
  test('is refused where it is code', () => {
    expect(explain('return x <!--y ? 1 : 0')).toMatchObject({ line: 3, column: 12 })
  })
})

test.each(['\n', '\r\n', '\r'])('lines that end with %j are counted as the editor counts them', (end) => {
  const source = ['export function f() {', '  const s = 1', '  return s +* 1', '}'].join(end)
  expect(() => compile(source)).toThrow(expect.objectContaining({ position: { line: 3, column: 13 } }))
})
