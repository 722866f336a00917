/** A piece of what was said, as the browser's recognition tells it; it may still change while it is not final. */
export interface SpeechSegment {
  readonly transcript: string
  readonly isFinal: boolean
}

/**
 * The text of one stretch of listening, from everything that the recognition told. Browsers differ: some add a result
 * for each phrase, others (Chrome on Android) tell the growing sentence again and again, each time as a final result of
 * its own. A result that repeats or extends those before it takes their place.
 */
export function createTranscript(): { readonly update: (segments: readonly SpeechSegment[]) => string } {
  /** Final segments that the recognition no longer tells. */
  const settled: SpeechSegment[] = []
  let current: readonly SpeechSegment[] = []
  return {
    update: (segments) => {
      const isNewList = current.some((segment, i) => segment.isFinal && !continues(segment, segments[i]))
      if (isNewList) settled.push(...current.filter(({ isFinal }) => isFinal))
      current = segments
      return joinSegments([...settled, ...current])
    },
  }
}

/** Whether a result is still there, or has grown. */
const continues = (segment: SpeechSegment, later: SpeechSegment | undefined): boolean =>
  later !== undefined && startsWith(toWords(later.transcript), toWords(segment.transcript))

/** Joins the pieces of what was said; what repeats or extends the pieces before it takes their place. */
export function joinSegments(segments: readonly SpeechSegment[]): string {
  const pieces: string[] = []
  for (const { transcript } of segments) {
    const words = toWords(transcript)
    if (words.length === 0) continue
    pieces.length -= countRepeated(pieces, transcript)
    pieces.push(transcript.trim())
  }
  return pieces.join(' ')
}

/** How many of the last pieces a new one repeats, and so replaces. */
function countRepeated(pieces: readonly string[], transcript: string): number {
  const words = toWords(transcript)
  for (let count = pieces.length; count > 0; count--) {
    const last = toWords(pieces.slice(-count).join(' '))
    if (!startsWith(words, last)) continue
    // “no”, “ no”: said twice. Where a browser puts a space first, it tells what was said next.
    const isSaidAgain = last.length === words.length && count === 1 && /^\s/.test(transcript)
    return isSaidAgain ? 0 : count
  }
  return 0
}

const startsWith = (words: readonly string[], first: readonly string[]): boolean =>
  first.length <= words.length && first.every((word, i) => word === words[i])

/** The words of a text, without what a recognition changes as the sentence grows: capitals and punctuation. */
const toWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? []

/**
 * An answer in which what was said so far is replaced by what is said now; behind the answer where it is not in it yet.
 *
 * @param before  the transcript that the answer holds; empty when nothing was said
 */
export function replaceTranscript(answer: string, before: string, after: string): string {
  const at = before === '' ? -1 : answer.lastIndexOf(before)
  if (at >= 0) return answer.slice(0, at) + after + answer.slice(at + before.length)
  // the learner changed the words meanwhile: only what is new goes behind them
  const known = before.split(/\s+/)
  const words = after.split(/\s+/)
  const same = before === '' ? 0 : words.findIndex((word, i) => word !== known[i])
  return append(answer, words.slice(same < 0 ? words.length : same).join(' '))
}

const append = (answer: string, words: string): string =>
  words === '' ? answer : `${answer.trimEnd()}${answer.trim() === '' ? '' : ' '}${words}`
