import type { Entry } from './lexicon.ts'
import type { Pattern, Term } from './pattern.ts'
import { synonymsWith } from './synonyms.ts'
import { plainWords, readWords } from './words.ts'

/**
 * Patterns for a key point that has none of its own: most of the words that carry its meaning, or their synonyms, near
 * each other. Numbers and formulas must all be there, and a point that denies something asks for a denial.
 */
export function ownWords(point: string, look: (word: string) => Entry): readonly Pattern[] {
  const words = readWords(point.replace(/\([^)]*\)/g, ' ').replace(/\\[a-z]+/gi, ' '), look)
  const seen = new Set<string>()
  const carrying = words.filter((it) => !COMMON.has(it.text) && !seen.has(it.text) && seen.add(it.text))
  const terms = carrying.slice(0, 8).map(
    ({ text }): Term => ({
      kind: 'here',
      after: false,
      alternatives: [text, ...synonymsWith(text)]
        .map((it) => plainWords(it).map((one) => look(one).forms))
        .filter((it) => it.length > 0),
    }),
  )
  if (terms.length === 0) return []
  const denied = carrying.some((it) => it.stance === 'denied')
  const base = { polarity: denied ? 'denied' : 'said', window: 6 + 3 * terms.length, acrossSentences: false } as const
  const optional = terms.flatMap((_, i) => (/\d/.test(carrying[i]?.text ?? '') ? [] : [i]))
  const leave = optional.length >= 6 ? 2 : optional.length >= 3 ? 1 : 0
  return without(optional, leave).map((left) => ({ ...base, terms: terms.filter((_, i) => !left.includes(i)) }))
}

/** All ways to leave out at most so many. */
function without(from: readonly number[], most: number): readonly (readonly number[])[] {
  const ways: number[][] = [[]]
  if (most >= 1) ways.push(...from.map((it) => [it]))
  if (most >= 2) ways.push(...from.flatMap((a, i) => from.slice(i + 1).map((b) => [a, b])))
  return ways
}

const COMMON = new Set(
  'not no never neither nor without about whatever each every one other all any only same more most less than into out up over what why how because through between both even once too such still own per few several many much while until make give take come go stand mean'.split(
    ' ',
  ),
)
