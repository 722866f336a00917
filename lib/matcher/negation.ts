import {
  ENDS,
  FAILS,
  GERUND_NOUNS,
  JOINTS,
  LIGHT,
  MARKS,
  NEGATIONS,
  REPORTING,
  SAYING,
  SMALL,
  STOPS,
  SUBJECTS,
} from './cues.ts'
import { markDenied, type Reading } from './reading.ts'

/** Denies what the negation at a place denies: what follows in its clause, or what is before (“that will not do”). */
export function markNegation(reading: Reading, i: number): void {
  const most = NEGATIONS.get(reading.text(i))
  if (most === undefined || isInterjection(reading, i)) return
  if (isBackward(reading, i)) denyBefore(reading, i)
  else markDenied(reading, i + 1, isReport(reading, i) ? reading.last(i) : findReachEnd(reading, i, most))
}

/** “No, it is exact”: an answer, not a negation of what follows. */
function isInterjection({ text }: Reading, i: number): boolean {
  const next = text(i + 1) || '.'
  return text(i) === 'no' && (ENDS.has(next) || SUBJECTS.has(next) || ANSWERS.has(next))
}
const ANSWERS = new Set(['no', 'not', 'the', 'um', 'uh', 'actually'])

/** “… will not do.”, “It does not.”, “That is not true.” */
function isBackward({ text }: Reading, i: number): boolean {
  const [next, then] = [text(i + 1) || '.', text(i + 2) || '.']
  return text(i) === 'not' && (STOPS.has(next) || (FAILS.has(next) && (STOPS.has(then) || AFTER_FAILS.has(then))))
}

/** “It is not needed there”, “… for training”. */
const AFTER_FAILS = new Set([',', 'there', 'here', 'then', 'either', 'any', 'for', 'because', 'since', 'when'])

/** What is before in the clause is denied, or else the sentence before; however often it was denied already. */
function denyBefore({ pieces, text, first, denials }: Reading, i: number): void {
  let start = i
  while (start > first(i) && !JOINTS.has(text(start - 1))) start--
  const isQualified = pieces.slice(start, i).some((piece) => !LIGHT.has(piece.text) && !SMALL.has(piece.text))
  const [from, to] = isQualified ? [start, i - 1] : first(i) > 0 ? [first(first(i) - 1), first(i) - 1] : [0, -1]
  for (let k = from; k <= to; k++) if ((denials[k] ?? 0) % 2 === 0) denials[k] = (denials[k] ?? 0) + 1
}

/** “Do not let anyone tell you that …”: denied to the end of the sentence. */
function isReport({ text }: Reading, i: number): boolean {
  for (let k = i + 1; k < i + 6 && !MARKS.has(text(k)); k++)
    if (SAYING.has(text(k)) && (text(k) !== 'mean' || /^(that|it)$/.test(text(k + 1)))) return true
  return false
}

/** The last place that a negation reaches. */
function findReachEnd(reading: Reading, cue: number, most: number): number {
  const { text, last } = reading
  const word = text(cue)
  if (word === 'instead' && text(cue + 1) !== 'of') return cue
  const length = word === 'without' ? (takesVerb(reading, cue) ? 7 : 2) : most
  const least = PREPOSITIONS.has(word) ? 1 : 2
  let wordCount = 0
  for (let i = cue + 1; i <= last(cue); i++) {
    if (endsReach(reading, i, cue) || (wordCount >= least && beginsClause(reading, i))) return i - 1
    if (wordCount >= 1 && beginsUnmarked(reading, i)) return i - 1
    if (NEGATIONS.has(text(i)) && wordCount >= 1) return i - 1
    if (!SMALL.has(text(i))) wordCount++
    if (wordCount >= length) return i
  }
  return last(cue)
}
const PREPOSITIONS = new Set(['instead', 'unlike', 'without'])

function endsReach(reading: Reading, i: number, cue: number): boolean {
  const { text } = reading
  const here = text(i)
  const isNo = text(cue) === 'no' // “no head which looks …” denies the looking too
  if (ENDS.has(here) && (i > cue + 1 || MARKS.has(here)) && !(isNo && here === 'which')) return true
  if (here === 'that' && !isNo && isRelative(reading, i)) return true
  return here === 'and' && (SUBJECTS.has(text(i + 1)) || text(i + 1) === 'then')
}

const beginsClause = ({ text }: Reading, i: number): boolean =>
  SUBJECTS.has(text(i)) && text(i) !== 'that' && text(i - 1) !== 'that'

/** “They are not trained they come out anew”: a new clause that speech does not mark. */
function beginsUnmarked({ text }: Reading, i: number): boolean {
  const before = text(i - 1)
  if (before === 'that' || SAYING.has(before)) return false
  return PERSONS.has(text(i)) || (text(i) === 'you' && text(i + 1) !== 'to' && !GIVING.has(before))
}
/** Never an object. */
const PERSONS = new Set(['they', 'we', 'he', 'she', 'i'])
/** After these, “you” is the recipient. */
const GIVING = new Set('give let tell make save cost buy help show stop bring say get'.split(' '))

/** “It is not the past that is hidden”: what follows is not denied. “Not true that …” continues. */
function isRelative({ text }: Reading, i: number): boolean {
  const before = text(i - 1)
  if (REPORTING.has(before) || NEGATIONS.has(before) || SAYING.has(before)) return false
  return /^(is|are|was|were|'s|we|you)$/.test(text(i + 1))
}

/** “Without storing the matrix” reaches further than “without the matrix”. */
function takesVerb({ text }: Reading, cue: number): boolean {
  let at = cue + 1
  while (SMALL.has(text(at))) at++
  return text(at).endsWith('ing') && !GERUND_NOUNS.has(text(at))
}
