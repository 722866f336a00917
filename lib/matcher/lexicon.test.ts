import { expect, test } from 'vitest'
import { createLexicon } from './lexicon.ts'

const lookUp = createLexicon()

test('a word is known by its lemma and its stem', () => {
  expect(lookUp('dividing')).toEqual({
    forms: expect.arrayContaining(['dividing', 'divide', 'divid']),
    isInLexicon: true,
  })
})

test('what is longer than any word is not looked up', () => {
  const long = 'a'.repeat(20_000)
  expect(lookUp(long)).toEqual({ forms: [long], isInLexicon: true })
})

test('words are read the same after enough lookups to push them out of the cache', () => {
  const small = createLexicon(3)
  const words = ['dividing', 'saturashun', 'keys', 'dividing', 'scores', 'qzxqzx', 'saturashun', 'dividing', 'keys']
  expect(words.map(small)).toEqual(words.map(lookUp))
})
