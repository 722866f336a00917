import { find, indexed } from './find.ts'
import type { Entry } from './lexicon.ts'
import { ownWords } from './own-words.ts'
import { type Pattern, parsePattern } from './pattern.ts'
import { withSlips } from './slips.ts'
import { readWords } from './words.ts'

/** What an answer should cover: said in words, and in the patterns that count as having said it (see pattern.ts). */
export interface KeyPoint {
  readonly point: string
  /** Ways to say it, each enough by itself. Without any, the point's own words are looked for. */
  readonly says?: readonly string[] | undefined
  /** What takes it back, wherever in the answer it stands. */
  readonly denies?: readonly string[] | undefined
}

/** A key point that an answer covers, and the part of the answer that earned it: `answer.slice(start, end)`. */
export interface Tick {
  readonly index: number
  readonly phrase: string
  readonly start: number
  readonly end: number
}

export interface Matcher {
  /**
   * The key points that an answer covers, by their order. Never throws, whatever the answer.
   *
   * @throws SyntaxError when a pattern of the card cannot be read
   */
  match(card: { readonly keyPoints: readonly KeyPoint[] }, answer: string): readonly Tick[]
  /** The key points that a card's own model answer does not cover, by index: none, for a card that is right. */
  uncovered(card: { readonly keyPoints: readonly KeyPoint[]; readonly modelAnswer: string }): readonly number[]
}

/** A matcher of answers to key points. Loads the language model once: some hundred milliseconds. */
export async function createMatcher(): Promise<Matcher> {
  const { lexicon } = await import('./lexicon.ts')
  return matcherWith(lexicon())
}

/** A matcher with what is known of words given. */
export function matcherWith(look: (word: string) => Entry): Matcher {
  const compiled = new WeakMap<KeyPoint, Compiled>()
  const compile = (keyPoint: KeyPoint): Compiled => {
    const kept = compiled.get(keyPoint)
    if (kept) return kept
    const made: Compiled = {
      says: keyPoint.says?.length ? keyPoint.says.map((it) => parsePattern(it, look)) : ownWords(keyPoint.point, look),
      denies: (keyPoint.denies ?? []).map((it) => parsePattern(it, look)),
    }
    compiled.set(keyPoint, made)
    return made
  }
  const match: Matcher['match'] = ({ keyPoints }, answer) => {
    const points = keyPoints.map(compile)
    const words = indexed(
      withSlips(
        readWords(answer, look),
        points.flatMap((it) => it.says),
        look,
      ),
    )
    return points.flatMap(({ says, denies }, index): Tick[] => {
      if (denies.some((it) => find(it, words))) return []
      for (const pattern of says) {
        const place = find(pattern, words)
        if (!place) continue
        const start = words.words[place.from]?.start ?? 0
        const end = Math.max(...words.words.slice(place.from, place.to + 1).map((it) => it.end))
        return [{ index, phrase: answer.slice(start, end), start, end }]
      }
      return []
    })
  }
  const uncovered: Matcher['uncovered'] = (card) => {
    const ticked = new Set(match(card, card.modelAnswer).map((it) => it.index))
    return card.keyPoints.flatMap((_, index) => (ticked.has(index) ? [] : [index]))
  }
  return { match, uncovered }
}

interface Compiled {
  readonly says: readonly Pattern[]
  readonly denies: readonly Pattern[]
}
