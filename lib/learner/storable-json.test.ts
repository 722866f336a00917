import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storableJson } from './storable-json.ts'

test('what PostgreSQL refuses is replaced, in texts and in keys', () => {
  expect(storableJson({ 'k\0': ['a\0\0b', '\ud800', '\udfff!'], n: 1 })).toEqual({
    'k\ufffd': ['a\ufffd\ufffdb', '\ufffd', '\ufffd!'],
    n: 1,
  })
})

test('all else stays as it is', () => {
  const kept = { a: '\\u0000', b: '\\\\ud800', c: '😀 é \n "', d: [null, true, 0.5] }
  expect(storableJson(kept)).toBe(kept)
})

test('each text is what it was, well formed and without NUL', () => {
  const unit = fc.constantFrom('\\', '\0', '\ud83d', '\ude00', 'u0000', '"', 'x')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(storableJson({ text }).text).toBe(text.toWellFormed().replaceAll('\0', '\ufffd'))
    }),
  )
})
