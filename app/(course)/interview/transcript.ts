/** One result of the browser’s speech recognition. Its transcript may still change until it is final. */
export interface SpeechSegment {
  readonly transcript: string
  readonly isFinal: boolean
}

/**
 * Builds the text of one recognition session from its results. Browsers differ: some add one result per phrase; others
 * (Chrome on Android) report the growing sentence repeatedly, each time as a new final result. A result that repeats or
 * extends the results before it replaces them.
 */
export function createTranscript(): { readonly update: (segments: readonly SpeechSegment[]) => string } {
  /** Final segments that the recognition no longer reports. */
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

/** Whether a later result is the same one, unchanged or longer. */
const continues = (segment: SpeechSegment, later: SpeechSegment | undefined): boolean =>
  later !== undefined && startsWith(splitWords(later.transcript), splitWords(segment.transcript))

/** Joins segments into one text. A segment that repeats or extends the ones before it replaces them. */
export function joinSegments(segments: readonly SpeechSegment[]): string {
  const pieces: string[] = []
  for (const { transcript } of segments) {
    const words = splitWords(transcript)
    if (words.length === 0) continue
    pieces.length -= countRepeated(pieces, transcript)
    pieces.push(transcript.trim())
  }
  return pieces.join(' ')
}

/** Counts the last pieces that a new transcript repeats and so replaces. */
function countRepeated(pieces: readonly string[], transcript: string): number {
  const words = splitWords(transcript)
  for (let count = pieces.length; count > 0; count--) {
    const last = splitWords(pieces.slice(-count).join(' '))
    if (!startsWith(words, last)) continue
    // “no”, “ no”: the speaker said it twice. Browsers that put a space first report the next words, not the same ones.
    const isSaidAgain = last.length === words.length && count === 1 && /^\s/.test(transcript)
    return isSaidAgain ? 0 : count
  }
  return 0
}

const startsWith = (words: readonly string[], first: readonly string[]): boolean =>
  first.length <= words.length && first.every((word, i) => word === words[i])

/** The words of a text, without capitals and punctuation, which the recognition changes as the sentence grows. */
const splitWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? []

/**
 * Replaces the previous transcript in an answer with the current one. Appends it if the answer doesn’t contain it.
 *
 * @param before the transcript that the answer contains; empty if nothing was said yet
 */
export function replaceTranscript(answer: string, before: string, after: string): string {
  const at = findLastWords(answer, before)
  if (at >= 0) return answer.slice(0, at) + after + answer.slice(at + before.length)
  // the learner has edited the words in the meantime: append only the new ones
  const earlierWords = before.split(/\s+/)
  const words = after.split(/\s+/)
  const firstDifference = before === '' ? 0 : words.findIndex((word, i) => word !== earlierWords[i])
  return append(answer, words.slice(firstDifference < 0 ? words.length : firstDifference).join(' '))
}

/** Finds where these words last occur, not as a part of longer ones: “the”, but not in “theory”. −1 if they don’t. */
function findLastWords(text: string, words: string): number {
  const end = words.length
  if (end === 0) return -1
  for (let at = text.lastIndexOf(words); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(words, at - 1)) {
    const continuesBefore = WORD.test(text[at - 1] ?? '') && WORD.test(words[0] ?? '')
    const continuesAfter = WORD.test(text[at + end] ?? '') && WORD.test(words[end - 1] ?? '')
    if (!continuesBefore && !continuesAfter) return at
  }
  return -1
}
const WORD = /[\p{L}\p{N}\p{M}'’]/u

const append = (answer: string, words: string): string =>
  words === '' ? answer : `${answer.trimEnd()}${answer.trim() === '' ? '' : ' '}${words}`
