import type { Piece } from './scan.ts'

/** How the answer stands to a word: it asserts it, denies it, or leaves it open (asks, does not know, takes it back). */
export type Stance = 'said' | 'denied' | 'open'

/**
 * What each piece of an answer is said as: negation reaches to the end of its clause, a denied belief (“people say that
 * …, which is wrong”) over its sentence, and two denials cancel.
 *
 * @param sentence  the number of the sentence that each piece stands in
 */
export function stances(pieces: readonly Piece[], sentence: readonly number[]): Stance[] {
  const denials = new Array<number>(pieces.length).fill(0)
  const open = new Array<boolean>(pieces.length).fill(false)
  const text = (i: number): string => pieces[i]?.text ?? ''
  const last = (i: number): number => {
    let end = i
    while (end + 1 < pieces.length && sentence[end + 1] === sentence[i]) end++
    return end
  }
  const first = (i: number): number => {
    let start = i
    while (start > 0 && sentence[start - 1] === sentence[i]) start--
    return start
  }
  const deny = (from: number, to: number) => {
    for (let i = Math.max(0, from); i <= to && i < pieces.length; i++) denials[i] = (denials[i] ?? 0) + 1
  }
  for (let i = 0; i < pieces.length; i++) {
    const cue = CUES.get(text(i))
    if (cue !== undefined && !isInterjection(pieces, i)) {
      if (isBackward(pieces, i)) denyOdd(i)
      else deny(i + 1, isReport(pieces, i) ? last(i) : reach(pieces, i, cue, last(i)))
    }
    if (BELIEF.has(text(i))) believed(i)
    if (text(i) === '?') asked(i)
    if (isUnsure(pieces, i)) for (let k = i; k <= last(i) && !ENDS.has(text(k)); k++) open[k] = true
    if (isRetraction(pieces, i))
      for (let k = i - 1; k >= Math.max(first(i), i - 9) && !STRONG.has(text(k)); k--) open[k] = true
  }
  return denials.map((count, i) => (open[i] ? 'open' : count % 2 === 1 ? 'denied' : 'said'))

  /** “One scale will not do”, “A. It does not.”: what stands before is denied, however often. */
  function denyOdd(i: number): void {
    const start = clauseStart(i)
    const own = pieces.slice(start, i).some((it) => !LIGHT.has(it.text) && !SMALL.has(it.text))
    const [from, to] = own ? [start, i - 1] : first(i) > 0 ? [first(first(i) - 1), first(i) - 1] : [0, -1]
    for (let k = from; k <= to; k++) if ((denials[k] ?? 0) % 2 === 0) denials[k] = (denials[k] ?? 0) + 1
  }

  function clauseStart(i: number): number {
    let start = i
    while (start > first(i) && !JOINTS.has(text(start - 1))) start--
    return start
  }

  /** “It is wrong to say that A”, “A is a myth”, “people say A. That is wrong.” */
  function believed(i: number): void {
    if (ADJECTIVES.has(text(i)) && !PREDICATE.test(text(i + 1))) return // “the wrong maximum”
    const twisted = (denials[i] ?? 0) % 2 === 1 // “it is not wrong”
    if (twisted) return
    const after = text(i + 1) === 'is' || text(i + 1) === 'was' ? text(i + 2) : text(i + 1)
    if (['to', 'that', 'when', 'if', ':', 'idea', 'claim', 'belief', 'statement'].includes(after)) {
      if (after === 'to' && !SAYING.has(text(i + 2)) && !SAYING.has(text(i + 3))) return
      deny(i + 1, last(i))
      return
    }
    const start = first(i)
    const before = pieces.slice(start, i).filter((it) => !LIGHT.has(it.text))
    if (before.length > 0 && !isPointing(pieces, start, i)) deny(start, i - 1)
    else if (start > 0 && before.length === 0) deny(first(start - 1), start - 1)
  }

  /** A question is open; a “no” after it denies what it asks. */
  function asked(i: number): void {
    const start = first(i)
    const answer = [text(i + 1), text(i + 2)].find((it) => it === 'no' || it === 'yes')
    if (answer === 'no') {
      deny(start, i)
      return
    }
    if (answer === 'yes') return
    for (let k = start; k <= i; k++) open[k] = true
  }
}

/** How far a negation reaches, in pieces, where nothing ends it sooner. */
const CUES: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    not: 12,
    never: 12,
    no: 8,
    nowhere: 3,
    nor: 10,
    neither: 10,
    without: 5,
    nothing: 5,
    none: 8,
    nobody: 6,
    instead: 6,
    unlike: 3,
    avoid: 6,
    avoids: 6,
    avoiding: 6,
    avoided: 4,
    prevents: 6,
    prevent: 6,
    preventing: 6,
    skips: 5,
    skipping: 5,
    hardly: 5,
    forbidden: 5,
  }),
)

/** What ends the reach of a negation. */
const ENDS = new Set([
  ',',
  ';',
  ':',
  '.',
  '!',
  '?',
  '(',
  ')',
  'but',
  'instead',
  'because',
  'since',
  'while',
  'whereas',
  'although',
  'though',
  'unless',
  'rather',
  'so',
  'then',
  'only',
  'just',
  'therefore',
  'hence',
  'which',
  'however',
  'yet',
  'except',
  'still',
])
const JOINTS = new Set([',', ';', ':', 'and', 'but', 'while', 'whereas', '(', ')'])
const MARKS = new Set([',', ';', ':', '.', '!', '?', '(', ')'])
const STRONG = new Set(['.', '!', '?', ';'])
const SUBJECT = new Set(['it', 'they', 'we', 'you', 'i', 'he', 'she', 'there', 'that', 'each', 'every'])

function reach(pieces: readonly Piece[], cue: number, most: number, last: number): number {
  const word = pieces[cue]?.text
  let length = most
  if (word === 'without') length = /ing$/.test(nextWord(pieces, cue)) && !NOUNS.has(nextWord(pieces, cue)) ? 7 : 2
  if (word === 'instead' || word === 'rather') {
    const joins = pieces[cue + 1]?.text
    if (joins !== 'of' && joins !== 'than') return cue
  }
  let taken = 0
  const least = word === 'instead' || word === 'rather' || word === 'unlike' || word === 'without' ? 1 : 2
  for (let i = cue + 1; i <= last; i++) {
    const text = pieces[i]?.text ?? ''
    if (ENDS.has(text) && (i > cue + 1 || MARKS.has(text)) && !(word === 'no' && text === 'which')) return i - 1
    if (text === 'that' && word !== 'no' && isRelative(pieces, i)) return i - 1
    if (SUBJECT.has(text) && taken >= least && !(text === 'that' || pieces[i - 1]?.text === 'that')) return i - 1
    if (text === 'and' && (SUBJECT.has(pieces[i + 1]?.text ?? '') || pieces[i + 1]?.text === 'then')) return i - 1
    if (CUES.get(text) !== undefined && taken >= 1) return i - 1
    if (!SMALL.has(text)) taken++
    if (taken >= length) return i
  }
  return last
}
/** “It is not the past that is hidden”: what follows is not denied. “Not true that …” goes on. */
function isRelative(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]?.text ?? ''
  return (
    !REPORTS.has(before) &&
    CUES.get(before) === undefined &&
    !SAYING.has(before) &&
    /^(is|are|was|were|'s|we|you)$/.test(pieces[i + 1]?.text ?? '')
  )
}
const REPORTS = new Set(['true', 'case', 'so', 'mean', 'means', 'is', 'are', "'s", 'was', 'fact'])

const NOUNS = new Set(['scaling', 'masking', 'caching', 'padding', 'training', 'rounding', 'sharing', 'batching'])
const SMALL = new Set(['the', 'a', 'an', 'of', 'to', 'is', 'are', 'be', 'in', 'um', 'uh', 'like', 'any', 'at', 'all'])
function nextWord(pieces: readonly Piece[], i: number): string {
  let at = i + 1
  while (SMALL.has(pieces[at]?.text ?? '')) at++
  return pieces[at]?.text ?? ''
}

/** “Do not let anyone tell you that …”: denied to the end of the sentence. */
const isReport = (pieces: readonly Piece[], i: number): boolean =>
  pieces
    .slice(i + 1, i + 6)
    .some((it, k, all) => SAYING.has(it.text) && !all.slice(0, k).some((before) => MARKS.has(before.text)))

/** “… will not do.”, “It does not.”, “That is not true.” */
function isBackward(pieces: readonly Piece[], i: number): boolean {
  if (pieces[i]?.text !== 'not') return false
  const next = pieces[i + 1]?.text ?? '.'
  const then = pieces[i + 2]?.text ?? '.'
  const ends = (text: string): boolean => STRONG.has(text) || text === ','
  if (STRONG.has(next)) return true
  return (
    [
      'do',
      'true',
      'correct',
      'right',
      'so',
      'work',
      'suffice',
      'enough',
      'hold',
      'help',
      'apply',
      'matter',
      'exist',
      'case',
      'possible',
      'needed',
      'necessary',
      'required',
    ].includes(next) && ends(then)
  )
}

/** “No, it is exact”: an answer, not a negation of what follows. */
function isInterjection(pieces: readonly Piece[], i: number): boolean {
  if (pieces[i]?.text !== 'no') return false
  const next = pieces[i + 1]?.text ?? '.'
  return ENDS.has(next) || SUBJECT.has(next) || ['no', 'not', 'the', 'um', 'uh', 'actually'].includes(next)
}

const BELIEF = new Set([
  'wrong',
  'false',
  'myth',
  'nonsense',
  'untrue',
  'incorrect',
  'misconception',
  'mistaken',
  'mistake',
  'rubbish',
  'misleading',
  'fallacy',
  'tale',
  'fable',
  'fiction',
])
const ADJECTIVES = new Set(['wrong', 'false', 'untrue', 'incorrect', 'mistaken', 'misleading'])
const PREDICATE = /^([,;:.!?()]|to|that|when|if|is|and|but|because|since|idea|claim|belief|statement|)$/
const SAYING = new Set([
  'say',
  'think',
  'claim',
  'believe',
  'call',
  'assume',
  'suppose',
  'state',
  'imagine',
  'speak',
  'tell',
  'mean',
  'fool',
  'convince',
])
const LIGHT = new Set([
  'that',
  'this',
  'it',
  'which',
  'is',
  'are',
  'was',
  'but',
  'and',
  'a',
  'an',
  'the',
  ',',
  'simply',
  'of',
  'course',
  "'s",
  'both',
  'plain',
  'just',
  'all',
  'quite',
  'completely',
  'would',
  'be',
  'they',
  'common',
])

/** “…, but that is wrong”: the pointing word refers to what stands before it. */
const isPointing = (pieces: readonly Piece[], start: number, i: number): boolean =>
  pieces.slice(start, i).every((it) => LIGHT.has(it.text))

function isUnsure(pieces: readonly Piece[], i: number): boolean {
  const here = pieces
    .slice(i, i + 2)
    .map((it) => it.text)
    .join(' ')
  const mine = pieces.slice(Math.max(0, i - 3), i).some((it) => it.text === 'i')
  return (
    /^(not sure|no idea)/.test(here) ||
    (mine && /^(not (know|remember|recall)|forget|forgot|wonder|am unsure)/.test(here))
  )
}

function isRetraction(pieces: readonly Piece[], i: number): boolean {
  const here = pieces
    .slice(i, i + 3)
    .map((it) => it.text)
    .join(' ')
  return /^(no wait|wait no|sorry|scratch that|correction|no no|no sorry|i take that|let me correct|oh no)/.test(here)
}
