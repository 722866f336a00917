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
  const asked = [...new Set(patterns.flatMap((it) => it.terms.flatMap((term) => term.alternatives.flat(2))))]
  const found = new Map<string, readonly string[]>()
  return words.map((word) => {
    if (!isStrange(word, look) || word.forms.some((it) => asked.includes(it))) return word
    const near = found.get(word.text) ?? asked.filter((it) => isNear(word.text, it))
    found.set(word.text, near)
    return near.length > 0 ? { ...word, forms: [...word.forms, ...near] } : word
  })
}

const isStrange = (word: Word, look: (word: string) => Entry): boolean =>
  word.text.length >= 5 && !look(word.text).known

function isNear(word: string, asked: string): boolean {
  if (asked.length < 5 || word[0] !== asked[0]) return false
  const most = Math.min(word.length, asked.length) >= 8 ? 2 : 1
  return Math.abs(word.length - asked.length) <= most && distance(word, asked) <= most
}

/** Letters to insert, drop, replace or swap to make one word of the other (Damerau–Levenshtein, adjacent swaps). */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      row.push(least)
    }
  }
  return at(a.length, b.length)
}
