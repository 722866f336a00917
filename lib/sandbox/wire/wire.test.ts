import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReusedBuffer, SingleUseIterable } from '#lib/grading/script.ts'
import { type ActualValue, UnsupportedValue, type Value } from '#lib/grading/value.ts'
import { compile } from '../compile/compile.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { decode } from './decode.ts'
import { encode, INPUT_LIMIT } from './encode.ts'

const identity = compile('export function f(x) { return x }')
const through = async (value: Value, compiled = identity): Promise<ActualValue> => {
  const { results } = await session(compiled, v8Realm()).run([[{ call: 'f', args: [value] }]], { unchanged: true })
  const outcome = results[0]!.steps[0]!.outcome
  if (outcome.kind !== 'returned' || results[0]!.changed) throw new Error(JSON.stringify(results))
  return outcome.value
}

const number = fc.double().map((x) => (x === 0 ? 0 : x))
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false),
    number,
    fc.string({ unit: 'binary' }),
    fc.array(number),
    fc.integer({ min: 0, max: 4 }).chain((n) => fc.array(fc.array(number, { minLength: n, maxLength: n }))),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
}))

test('plain data goes in and comes out as it was', async () => {
  await fc.assert(
    fc.asyncProperty(value, async (original) => {
      expect(await through(original)).toEqual(original)
    }),
    { numRuns: 150 },
  )
})

test.each([0, -0, 1, -1, 2 ** 31, -(2 ** 31), 0.5, Number.NaN, Number.NEGATIVE_INFINITY])(
  '%s stays itself',
  async (x) => {
    expect(await through(x)).toBe(x)
    expect(await through([x])).toEqual([x])
  },
)

test('what is not plain data is named', async () => {
  const sendResult = (code: string) => through(0, compile(`export function f() { return ${code} }`))
  expect(await sendResult('new Float64Array(2)')).toEqual(new UnsupportedValue('typed-array', 'Float64Array'))
  expect(await sendResult('[[1], new Int8Array(1)]')).toEqual([[1], new UnsupportedValue('typed-array', 'Int8Array')])
  expect(await sendResult('() => 1')).toEqual(new UnsupportedValue('function', ''))
  expect(await sendResult('1n')).toEqual(new UnsupportedValue('bigint', ''))
  expect(await sendResult('Symbol()')).toEqual(new UnsupportedValue('symbol', ''))
  expect(await sendResult('Promise.resolve(1)')).toEqual(new UnsupportedValue('object', 'Promise'))
  expect(await sendResult('new Map()')).toEqual(new UnsupportedValue('object', 'Map'))
  expect(await sendResult('(function* () {})()')).toEqual(new UnsupportedValue('object', 'Generator'))
  expect(await sendResult('[1, , 2]')).toEqual([1, new UnsupportedValue('hole', ''), 2])
  expect(await sendResult('new Array(1e9)')).toEqual(new UnsupportedValue('too-large', 'array'))
  expect(await sendResult('Array.from({ length: 300 }, () => Array(300).fill(1))')).toEqual(
    new UnsupportedValue('too-large', 'array'),
  )
  expect(await sendResult('"x".repeat(20000)')).toEqual(new UnsupportedValue('too-large', 'string'))
})

test('an instance of a class is an object with its fields', async () => {
  const code =
    'class Stats { max = 1; sum = 2; #secret = 3; get mean() { return 4 } }; export function f() { return new Stats() }'
  expect(await through(0, compile(code))).toEqual({ max: 1, sum: 2 })
})

test('a list that holds itself is named', async () => {
  const cyclic = compile('export function f() { const a = [1]; a.push(a); return { a } }')
  expect(await through(0, cyclic)).toEqual({ a: [1, new UnsupportedValue('cyclic', '')] })
})

test('more than one batch gives the results of one', async () => {
  const big = Array.from({ length: INPUT_LIMIT / 2 }, () => 1)
  const scripts = [1, 2, 3].map((n) => [{ call: 'f', args: [[n, ...big]] }])
  expect(encode(scripts)).toHaveLength(3)
  const first = compile('let calls = 0; export function f(x) { calls++; return [calls, x[0]] }')
  const { results } = await session(first, v8Realm()).run(scripts)
  expect(results.map((r) => r.steps[0]!.outcome)).toEqual([1, 2, 3].map((n) => ({ kind: 'returned', value: [n, n] })))
})

test('an input that does not fit is our fault and says so', () => {
  expect(() => encode([[{ call: 'f', args: [Array.from({ length: INPUT_LIMIT }, () => 0)] }]])).toThrow(RangeError)
})

test('a buffer and an iterator are numbers until they are used', () => {
  const [numbers] = encode([
    [{ call: 'append', on: 'c', args: [new ReusedBuffer('k', [7, 8]), new SingleUseIterable([9])] }],
  ])
  expect([...numbers!].slice(-8)).toEqual([10, 2, 2, 7, 8, 11, 1, 9])
})

test('numbers that no harness wrote are refused, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: -2, max: 14 }), fc.double()), { minLength: 1 }), (numbers) => {
      try {
        decode([new Float64Array([1, ...numbers])], identity, 'v8')
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }),
  )
})
