import { rewriteFormulas } from './formula.ts'
import type { Entry } from './lexicon.ts'
import { joinNumerals } from './numerals.ts'
import { markPolarities, type Polarity } from './polarity.ts'
import { type Piece, scan } from './scan.ts'
import { applySpelling } from './spelling.ts'

/** A word of an answer that carries meaning: how it is compared, where it is, and whether it is asserted. */
export interface Word {
  readonly text: string
  readonly forms: readonly string[]
  readonly start: number
  readonly end: number
  readonly sentence: number
  /** Words before it; a comma or a bracket counts as one, a “but” as three. */
  readonly at: number
  readonly stance: Polarity
}

/** Reads an answer: its words in order, without fillers, articles and auxiliaries. */
export function readWords(answer: string, lookUp: (word: string) => Entry): readonly Word[] {
  const pieces = normal(answer)
  const sentence = numberSentences(pieces, answer)
  const stance = markPolarities(pieces, sentence)
  let at = 0
  return pieces.flatMap((piece, i): Word[] => {
    at += PAUSES.get(piece.text) ?? 0
    if (isDropped(piece.text)) return []
    at++
    const { forms: own } = lookUp(piece.text)
    const forms = piece.text === 'divide' ? [...own, 'over'] : own // “divided by” is “over” too
    return [{ ...piece, forms, sentence: sentence[i] ?? 0, at, stance: stance[i] ?? 'said' }]
  })
}

/** The words of a pattern or a key point, written as those of an answer are. */
export const listPlainWords = (text: string): readonly string[] =>
  normal(text)
    .map((piece) => piece.text)
    .filter((token) => !isDropped(token))

const normal = (text: string): Piece[] =>
  rewriteFormulas(joinNumerals(applySpelling(scan(text).filter((piece) => !FILLERS.has(piece.text))))).flatMap(
    (piece) => piece.text.split('_').map((part) => ({ ...piece, text: part })),
  )

function numberSentences(pieces: readonly Piece[], text: string): number[] {
  let number = 0
  let before = 0
  let open = 0
  return pieces.map((piece, i) => {
    if (piece.text === '(') open = i
    const inBrackets = pieces[i - 1]?.text === ';' && open > 0 && i - open < 12 // [head₁; …; headₕ]
    if (piece.text === ')') open = 0
    if (i > 0 && !inBrackets && (ENDS.has(pieces[i - 1]?.text ?? '') || text.slice(before, piece.start).includes('\n')))
      number++
    before = Math.max(before, piece.end)
    return number
  })
}
const ENDS = new Set(['.', '!', '?', ';'])

const PAUSES: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    ',': 1,
    '(': 1,
    ')': 1,
    '.': 1,
    '?': 1,
    '!': 1,
    ':': 1,
    ';': 2,
    but: 3,
    whereas: 3,
    while: 3,
    however: 3,
    although: 3,
    though: 3,
  }),
)

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const FILLERS = set(
  'um uh er erm hmm basically actually literally okay ok yeah yep well really quite very kinda sorta the a an',
)
const DROPPED = set(
  "'s yes is are was were be been being am do does did done will would can could shall should may might have has had having of its their our your my this that these those it they we you i he she us there here and also sure then so to in on at for with as by from stuff like let lets please too gets get got which who what when if but or",
)
const isDropped = (text: string): boolean => DROPPED.has(text) || !/[\p{L}\p{N}]/u.test(text)
