import type { Pattern, Term } from './pattern.ts'
import type { Word } from './words.ts'

/** Where in an answer a pattern is found: from the first word of it to the last, both counted. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** An answer's words, and where each form of a word is. */
export interface Indexed {
  readonly words: readonly Word[]
  readonly at: ReadonlyMap<string, readonly number[]>
}

export function indexWords(words: readonly Word[]): Indexed {
  const at = new Map<string, number[]>()
  words.forEach((word, i) => {
    for (const form of word.forms) {
      const list = at.get(form)
      if (list) list.push(i)
      else at.set(form, [i])
    }
  })
  return { words, at }
}

/** The shortest place where an answer says what a pattern asks for. */
export function findPattern(pattern: Pattern, answer: Indexed): WordRange | undefined {
  const { words } = answer
  const isUsable = (range: WordRange): boolean => {
    for (let i = range.from; i <= range.to; i++) {
      const stance = words[i]?.stance
      if (stance === 'open' || (pattern.polarity === 'said' && stance === 'denied')) return false
    }
    return true
  }
  const here: { term: Term; ranges: readonly WordRange[] }[] = []
  let missingCount = 0
  for (const term of pattern.terms) {
    const ranges = findRanges(term, answer)
    if (term.kind === 'anywhere' && ranges.length === 0) return undefined
    if (term.kind !== 'here') continue
    const usableRanges = ranges.filter(isUsable)
    if (usableRanges.length === 0 && ++missingCount > pattern.spare) return undefined
    here.push({ term, ranges: usableRanges })
  }
  const findAllRanges = (kind: Term['kind']) =>
    pattern.terms.filter((term) => term.kind === kind).flatMap((term) => findRanges(term, answer))
  return findShortest(pattern, here, { near: findAllRanges('absent'), inside: findAllRanges('not-inside') }, words)
}

function findShortest(
  pattern: Pattern,
  here: readonly { term: Term; ranges: readonly WordRange[] }[],
  absent: { readonly near: readonly WordRange[]; readonly inside: readonly WordRange[] },
  words: readonly Word[],
): WordRange | undefined {
  let best: WordRange | undefined
  let [steps, looks] = [0, 0]
  const sameSentence = (a: WordRange, b: WordRange): boolean => words[a.from]?.sentence === words[b.from]?.sentence
  const isSpoilt = (range: WordRange): boolean =>
    absent.near.some(
      (other) => other.from <= range.to + 2 && other.to >= range.from - 2 && sameSentence(other, range),
    ) || absent.inside.some(({ from, to }) => from > range.from && to < range.to)
  /** What a denial denies is its first term. */
  const isDenied = ([range]: readonly WordRange[]): boolean =>
    range !== undefined && words.slice(range.from, range.to + 1).some((word) => word.stance === 'denied')
  const search = (depth: number, chosen: readonly WordRange[], span: WordRange | undefined, spare: number): void => {
    if (++steps > 4000) return
    const next = here[depth]
    if (!next) {
      if (!span || (best && best.to - best.from <= span.to - span.from)) return
      if (isSpoilt(span) || (pattern.polarity === 'denied' && !isDenied(chosen))) return
      best = span
      return
    }
    for (const range of next.ranges) {
      if (++looks > MAX_LOOKUPS) return
      if (chosen.some(({ from, to }) => from <= range.to && range.from <= to)) continue
      if (next.term.after && range.from <= (chosen.at(-1)?.to ?? -1)) continue
      const wider = span ? { from: Math.min(span.from, range.from), to: Math.max(span.to, range.to) } : range
      if ((words[wider.to]?.at ?? 0) - (words[wider.from]?.at ?? 0) >= pattern.window) continue
      const sentenceDistance = (words[wider.to]?.sentence ?? 0) - (words[wider.from]?.sentence ?? 0)
      if (sentenceDistance > (pattern.acrossSentences ? 3 : 0)) continue
      search(depth + 1, [...chosen, range], wider, spare)
    }
    if (spare > 0) search(depth + 1, chosen, span, spare - 1)
  }
  search(0, [], undefined, pattern.spare)
  return best
}

/** Places to look at: an answer that repeats one word ten thousand times must not keep a server from others. */
const MAX_LOOKUPS = 100_000

function findRanges(term: Term, { words, at }: Indexed): readonly WordRange[] {
  const ranges: WordRange[] = []
  for (const row of term.alternatives) {
    const starts = new Set((row[0] ?? []).flatMap((form) => at.get(form) ?? []))
    for (const from of starts) {
      const fits = row.every((forms, k) => {
        const word = words[from + k]
        return (
          word !== undefined &&
          word.sentence === words[from]?.sentence &&
          word.forms.some((form) => forms.includes(form))
        )
      })
      if (fits) ranges.push({ from, to: from + row.length - 1 })
    }
  }
  return ranges
}
