import type { Entry } from './lexicon.ts'
import type { Pattern } from './pattern.ts'
import type { Word } from './words.ts'

/** Reads words that English does not have as the nearest word that is asked for: “saturashun” as “saturation”. */
export function withSlips(
  words: readonly Word[],
  patterns: readonly Pattern[],
  look: (word: string) => Entry,
): readonly Word[] {
  if (!words.some((it) => isStrange(it, look))) return words
  const asked = new Set(patterns.flatMap((it) => it.terms.flatMap((term) => term.alternatives.flat(2))))
  const byLetter = Map.groupBy(asked, (it) => it[0] ?? '')
  const found = new Map<string, readonly string[]>()
  return words.map((word) => {
    if (!isStrange(word, look) || word.forms.some((it) => asked.has(it))) return word
    const near = found.get(word.text) ?? (byLetter.get(word.text[0] ?? '') ?? []).filter((it) => isNear(word.text, it))
    found.set(word.text, near)
    return near.length > 0 ? { ...word, forms: [...word.forms, ...near] } : word
  })
}

const isStrange = (word: Word, look: (word: string) => Entry): boolean =>
  word.text.length >= 5 && !look(word.text).known

function isNear(word: string, asked: string): boolean {
  if (asked.length < 5) return false
  const most = Math.min(word.length, asked.length) >= 8 ? 2 : 1
  return Math.abs(word.length - asked.length) <= most && distance(word, asked) <= most
}

/** Letters to insert, drop, replace or swap to make one word of the other (Damerau–Levenshtein, adjacent swaps). */
export function distance(a: string, b: string): number {
  // the last row, the one before it, and the one that is being filled
  let [last, before, row] = [0, 1, 2].map(() => new Uint16Array(b.length + 1)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ]
  for (let j = 0; j <= b.length; j++) last[j] = j
  const at = (of: Uint16Array, j: number): number => of[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(before, j - 2) + 1)
      row[j] = least
    }
    ;[before, last, row] = [last, row, before]
  }
  return at(last, b.length)
}
