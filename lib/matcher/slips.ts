import { editDistance } from './edit-distance.ts'
import type { Entry } from './lexicon.ts'
import type { Pattern } from './pattern.ts'
import type { Word } from './words.ts'

/** Reads words that English does not have as the nearest word that is asked for: “saturashun” as “saturation”. */
export function withSlips(
  words: readonly Word[],
  patterns: readonly Pattern[],
  lookUp: (word: string) => Entry,
): readonly Word[] {
  if (!words.some((word) => isStrange(word, lookUp))) return words
  const vocabulary = new Set(patterns.flatMap(({ terms }) => terms.flatMap((term) => term.alternatives.flat(2))))
  const byLetter = Map.groupBy(vocabulary, (word) => word[0] ?? '')
  const corrections = new Map<string, readonly string[]>()
  return words.map((word) => {
    if (!isStrange(word, lookUp) || word.forms.some((form) => vocabulary.has(form))) return word
    const near =
      corrections.get(word.text) ?? (byLetter.get(word.text[0] ?? '') ?? []).filter((other) => isNear(word.text, other))
    corrections.set(word.text, near)
    return near.length > 0 ? { ...word, forms: [...word.forms, ...near] } : word
  })
}

const isStrange = (word: Word, lookUp: (word: string) => Entry): boolean =>
  word.text.length >= 5 && !lookUp(word.text).isInLexicon

function isNear(word: string, term: string): boolean {
  if (term.length < 5) return false
  const most = Math.min(word.length, term.length) >= 8 ? 2 : 1
  return Math.abs(word.length - term.length) <= most && editDistance(word, term) <= most
}
