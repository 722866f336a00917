import { globSync, readFileSync } from 'node:fs'
import { transform } from 'sucrase'
import { describe, expect, test } from 'vitest'
import { boundedTransform } from './bounded-transform.ts'
import { compile } from './compile.ts'
import { CompileError } from './compile-error.ts'

const STRIP = { transforms: ['typescript' as const], disableESTransforms: true, production: true }

const nest = (depth: number, wrap: (inner: string) => string): string =>
  Array.from({ length: depth }).reduce<string>((inner) => wrap(inner), '1')

describe('what doubles sucrase’s time at each level is refused, with its place', () => {
  test.each<[string, (inner: string) => string]>([
    ['arrow functions as defaults', (inner) => `((a = ${inner}) => 1)`],
    ['their types', (inner) => `((a: ((x: number) => number) = (${inner})) => 1)`],
    ['types of what they return', (inner) => `(a): ((p = ${inner}) => T) => 1`],
    ['async arrow functions', (inner) => `async (a = ${inner}) => 1`],
    ['generic arrow functions', (inner) => `<T,>(a = ${inner}) => 1`],
    ['type assertions', (inner) => `<a>(${inner})`],
    ['choices', (inner) => `x ? (a) : ((y = ${inner}) => 1)`],
    ['type arguments that turn out to be none', (inner) => `a<(p = ${inner}) => T> c`],
    ['calls of async that are not closed', (inner) => `async<a>(async<a>(${inner}`],
    ['classes in the fields of classes', (inner) => `class { x = ${inner} }`],
  ])('%s', (_, wrap) => {
    const refused = thrownBy(() => compile(`const a = 1\nconst t =\n${nest(60, wrap)}`))
    expect(refused).toBeInstanceOf(CompileError)
    expect(refused).toMatchObject({ message: expect.stringMatching(/nested too deeply here/), position: { line: 3 } })
  })

  test('wherever the source is compiled, it is refused at the same place', () => {
    const source = nest(60, (inner) => `((a = ${inner}) => 1)`)
    const [first, second] = [thrownBy(() => compile(source)), thrownBy(() => compile(source))]
    expect(first).toEqual(second)
  })
})

describe('what takes quadratic time elsewhere does not', () => {
  test.each([
    ['classes with many fields', 'class A { a = 1 }\n'.repeat(3500), /declared twice/],
    ['line ends of old', '\r'.repeat(65_000), undefined],
    ['line separators', '\u2028'.repeat(65_000), /line separator/],
  ])('%s', (_, source, message) => {
    const thrown = thrownBy(() => compile(source))
    if (message) expect(thrown).toMatchObject({ message: expect.stringMatching(message) })
    else expect(thrown).toBeUndefined()
  })
})

test('real code comes out as sucrase alone would write it', () => {
  const files = globSync(['content/lessons/*/exercises/*/{solution,starter}.ts', '{lib,content}/**/*.ts'], {
    exclude: ['lib/sandbox/hostile/programs/**'],
  })
  expect(files.length).toBeGreaterThan(1000)
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    expect(boundedTransform(source, STRIP).code, file).toBe(transform(source, STRIP).code)
  }
})

test('names are claimed as sucrase claims them', () => {
  const source = 'const __init2 = 0, __initStatic = 0; class A { a = 1; static b = 2; c = class { d = 3; e = 4 } }'
  const options = { transforms: ['typescript' as const] }
  expect(boundedTransform(source, options).code).toBe(transform(source, options).code)
})

test('sucrase is as it was afterwards, whatever happened', () => {
  const nested = nest(9, (inner) => `class { x = ${inner} }`)
  expect(() => boundedTransform(`const a = ${nested}`, STRIP)).toThrow(CompileError)
  expect(() => boundedTransform('const a = ;', STRIP)).toThrow(SyntaxError)
  expect(transform(`const a = ${nested}`, STRIP).code).toContain('class')
})

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
