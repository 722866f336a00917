import type { Entry } from './lexicon.ts'
import type { Pattern, Term } from './pattern.ts'
import { synonymsWith } from './synonyms.ts'
import { plainWords, readWords } from './words.ts'

/**
 * The pattern of a key point that has none of its own: most of the words that carry its meaning, or their synonyms, near
 * each other. A point that denies something asks for a denial.
 */
export function ownWords(point: string, look: (word: string) => Entry): readonly Pattern[] {
  const words = readWords(point.replace(/\([^)]*\)/g, ' ').replace(/\\[a-z]+/gi, ' '), look)
  const seen = new Set<string>()
  const carrying = words.filter((it) => !COMMON.has(it.text) && !seen.has(it.text) && seen.add(it.text)).slice(0, 8)
  if (carrying.length === 0) return []
  const terms = carrying
    .toSorted((a, b) => Number(b.stance === 'denied') - Number(a.stance === 'denied'))
    .map(({ text }) => termOf([text, ...synonymsWith(text)], look))
  const spare = Math.floor(terms.length * 0.4)
  const polarity = carrying.some((it) => it.stance === 'denied') ? 'any' : 'said'
  return [{ polarity, window: 8 + 3 * terms.length, acrossSentences: true, spare, terms }]
}

const termOf = (names: readonly string[], look: (word: string) => Entry): Term => ({
  kind: 'here',
  after: false,
  alternatives: names.map((it) => plainWords(it).map((word) => look(word).forms)).filter((it) => it.length > 0),
})

const COMMON = new Set(
  'not no never neither nor without about whatever each every one other all any only same more most less than into out up over what why how because through between both even once too such still own per few several many much while until make give take come go stand mean'.split(
    ' ',
  ),
)
