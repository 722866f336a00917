import { findPattern, type Indexed, indexWords, type WordRange } from './find.ts'
import type { Entry } from './lexicon.ts'
import { type Pattern, parsePattern, type Term } from './pattern.ts'
import { withSlips } from './slips.ts'
import { findSynonymsWith } from './synonyms.ts'
import { listPlainWords, readWords, type Word } from './words.ts'

/** What an answer should cover: said in words, and in the patterns that count as having said it (see pattern.ts). */
export interface KeyPoint {
  readonly point: string
  /** Ways to say it, each enough by itself. Without any, the point's own words are looked for. */
  readonly accepts?: readonly string[] | undefined
  /** What takes it back, wherever in the answer it is. */
  readonly rejects?: readonly string[] | undefined
}

/** A key point that an answer covers, and the part of the answer that earned it: `answer.slice(start, end)`. */
export interface Tick {
  readonly index: number
  readonly phrase: string
  readonly start: number
  readonly end: number
}

/** A card as the matcher sees it. */
export interface MatchedCard {
  readonly keyPoints: readonly KeyPoint[]
  /** Its words are those of an answer to it. */
  readonly modelAnswer?: string | undefined
}

export interface Matcher {
  /**
   * The key points that an answer covers, by their order. Never throws, whatever the answer.
   *
   * @throws SyntaxError when a pattern of the card cannot be read
   */
  match(card: MatchedCard, answer: string): readonly Tick[]
  /** The key points that a card's own model answer does not cover, by index: none, for a card that is right. */
  uncovered(card: MatchedCard & { readonly modelAnswer: string }): readonly number[]
}

/** A matcher of answers to key points. Loads the language model once: some hundred milliseconds. */
export async function createMatcher(): Promise<Matcher> {
  const { createLexicon } = await import('./lexicon.ts')
  return createMatcherWith(createLexicon())
}

/** Creates a matcher that looks words up with the given function. */
export function createMatcherWith(lookUp: (word: string) => Entry): Matcher {
  const compiled = new WeakMap<readonly KeyPoint[], Compiled>()
  const compile = (card: MatchedCard): Compiled => {
    const cached = compiled.get(card.keyPoints)
    if (cached) return cached
    const compiledCard = compileCard(card, lookUp)
    compiled.set(card.keyPoints, compiledCard)
    return compiledCard
  }
  const match: Matcher['match'] = (card, answer) => {
    const { points, vocabulary } = compile(card)
    const read = readWords(answer, lookUp)
    if (vocabulary && !isOnTopic(read, vocabulary)) return []
    const words = indexWords(
      withSlips(
        read,
        points.flatMap(({ accepts }) => accepts),
        lookUp,
      ),
    )
    return points.flatMap(({ accepts, rejects }, index): Tick[] => {
      const range = findFirst(accepts, words)
      return range && !findFirst(rejects, words) ? [tickAt(range, index, words, answer)] : []
    })
  }
  const uncovered: Matcher['uncovered'] = (card) => {
    const matchedIndices = new Set(match(card, card.modelAnswer).map(({ index }) => index))
    return card.keyPoints.flatMap((_, index) => (matchedIndices.has(index) ? [] : [index]))
  }
  return { match, uncovered }
}

interface Compiled {
  readonly points: readonly { readonly accepts: readonly Pattern[]; readonly rejects: readonly Pattern[] }[]
  /** The forms of all words that the patterns know, where every key point has patterns of its own. */
  readonly vocabulary: ReadonlySet<string> | undefined
}

function compileCard({ keyPoints, modelAnswer = '' }: MatchedCard, lookUp: (word: string) => Entry): Compiled {
  const points = keyPoints.map(({ point, accepts, rejects = [] }) => ({
    accepts: accepts?.length
      ? accepts.map((pattern) => parsePattern(pattern, lookUp))
      : createFallbackPatterns(point, lookUp),
    rejects: rejects.map((pattern) => parsePattern(pattern, lookUp)),
  }))
  const patternWords = points.flatMap(({ accepts }) =>
    accepts.flatMap((one) => one.terms.flatMap((term) => term.alternatives.flat(2))),
  )
  const cardWords = [modelAnswer, ...keyPoints.map(({ point }) => point)].flatMap((text) =>
    listPlainWords(text).flatMap((word) => lookUp(word).forms),
  )
  return {
    points,
    vocabulary: keyPoints.every(({ accepts }) => accepts?.length)
      ? new Set([...patternWords, ...cardWords])
      : undefined,
  }
}

function findFirst(patterns: readonly Pattern[], words: Indexed): WordRange | undefined {
  for (const pattern of patterns) {
    const range = findPattern(pattern, words)
    if (range) return range
  }
  return undefined
}

function tickAt(range: WordRange, index: number, { words }: Indexed, answer: string): Tick {
  const matchedWords = words.slice(range.from, range.to + 1)
  const start = Math.min(...matchedWords.map((word) => word.start))
  const end = Math.max(...matchedWords.map((word) => word.end))
  return { index, phrase: answer.slice(start, end), start, end }
}

/**
 * The pattern of a key point that has none of its own: most of the words that carry its meaning, or their synonyms, near
 * each other. A point that denies something asks for a denial.
 */
function createFallbackPatterns(point: string, lookUp: (word: string) => Entry): readonly Pattern[] {
  const words = readWords(point.replace(/\([^)]*\)/g, ' ').replace(/\\[a-z]+/gi, ' '), lookUp)
  const texts = new Set<string>()
  const carrying = words.filter(({ text }) => !COMMON.has(text) && !texts.has(text) && texts.add(text)).slice(0, 8)
  if (carrying.length === 0) return []
  const terms = carrying
    .toSorted((a, b) => Number(b.stance === 'denied') - Number(a.stance === 'denied'))
    .map(({ text }) => createTerm([text, ...findSynonymsWith(text)], lookUp))
  const spare = Math.floor(terms.length * 0.4)
  const polarity = carrying.some(({ stance }) => stance === 'denied') ? 'any' : 'said'
  return [{ polarity, window: 8 + 3 * terms.length, acrossSentences: true, spare, terms }]
}

const createTerm = (names: readonly string[], lookUp: (word: string) => Entry): Term => ({
  kind: 'here',
  after: false,
  alternatives: names
    .map((name) => listPlainWords(name).map((word) => lookUp(word).forms))
    .filter(({ length }) => length > 0),
})

const COMMON = new Set(
  'not no never neither nor without about whatever each every one other all any only same more most less than into out up over what why how because through between both even once too such still own per few several many much while until make give take come go stand mean'.split(
    ' ',
  ),
)

/**
 * Whether an answer speaks of what was asked. Answers about something else share words with key points (“the head of
 * the rare books section”): what gives them away is that no term of the field is among them, and that many of their
 * words have no place in any answer to the card.
 *
 * @param vocabulary  forms of all words that the card's patterns know
 */
function isOnTopic(words: readonly Word[], vocabulary: ReadonlySet<string>): boolean {
  if (words.length < 6 || words.length > 30) return true
  const terms = new Set(
    words.filter(({ forms }) => forms.some((form) => TERMS.has(form))).map(({ forms, text }) => forms[1] ?? text),
  )
  if (terms.size > 1) return true
  const strange = words.filter(
    (word) => !NEUTRAL.has(word.text) && !/^\d/.test(word.text) && !isKnownWord(vocabulary, word),
  )
  const most = terms.size === 1 ? 0.55 : words.length < 12 ? 0.42 : 0.26
  return strange.length / words.length < most
}

const isKnownWord = (vocabulary: ReadonlySet<string>, word: Word): boolean =>
  word.forms.some((form) => vocabulary.has(form))

const TERMS = new Set(
  `attention attend token softmax kvcache encoder decoder transformer gpt bert llama t5 mistral longformer bigbird vllm
  kivi sequence seqlen dmodel dk sqrtd qk n2 n2d nd2 nd nw ndw lw o(n) d/h h/g d2 matrix gpu hbm sram vector dimension
  gradient jacobian train training logit layer subspace fp16 int8 quantise cache prefill decode embedding neural mha mqa
  gqa rnn phi elu wo wq wk wv prompt alpha exp -inf linearattention absmax copyonwrite blocktable rope streamingllm
  autoregressive generate`.split(/\s+/),
)

const NEUTRAL = new Set(
  `not never no none nothing neither nor up out away much every more worse why whatever equal other some made make take
  put give go come one see look only very same about into than then while`.split(/\s+/),
)
